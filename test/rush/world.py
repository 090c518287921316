"""A house full of learners on either engine, a real server on it, and many registrations at once.  For test/rush/run and bench/rush."""
import asyncio
import hashlib
import os
import socket
import sqlite3
import subprocess
import time

SOON, OPEN_FROM, END = 2000000000, 1000000000, 2100000000       # moments: long before and after now


def free_port():
    with socket.create_server(('127.0.0.1', 0)) as s:
        return s.getsockname()[1]


def token(i):
    return f'learner{i}'


class World:
    """learners: accounts 1 …, each signed in and tied to a person.  courses: places of each, None for no limit."""

    def __init__(self, program, folder, url, learners, courses, workers=2):
        self.folder, self.url, self.port = folder, url, free_port()
        self.env = {**os.environ, 'PEIXUN_DB': url, 'PEIXUN_DATA': folder, 'PEIXUN_PORT': str(self.port), 'PEIXUN_CLOCK': '',
                    'PEIXUN_WORKERS': str(workers), 'PEIXUN_IDLE_MINUTES': '600', 'TMPDIR': folder}
        self.program = program
        subprocess.run([program, 'migrate'], env=self.env, check=True, stdout=subprocess.DEVNULL)
        self.fill(learners, courses)
        self.log = open(f'{folder}/log', 'ab')
        self.server = subprocess.Popen([program, 'serve'], env=self.env, stdout=self.log, stderr=subprocess.STDOUT)
        for _ in range(600):
            try:
                socket.create_connection(('127.0.0.1', self.port)).close()
                return
            except OSError:
                time.sleep(0.05)
        raise SystemExit('the server does not answer')

    def sql(self, text):
        """One text for both engines; the rows of its last statement, as text."""
        if self.url.startswith('postgresql'):
            out = subprocess.run(['psql', '-X', '-q', '-A', '-t', '-F', '|', '-v', 'ON_ERROR_STOP=1', self.url], input=text, text=True,
                                 check=True, capture_output=True).stdout
            return [line.split('|') for line in out.splitlines() if line]
        with sqlite3.connect(self.url) as c:
            *before, last = [s for s in text.split(';\n') if s.strip()]
            for statement in before:
                c.execute(statement)
            rows = [[str(x) for x in row] for row in c.execute(last).fetchall()]
        c.close()
        return rows

    def fill(self, learners, courses):
        now = int(time.time())
        many = lambda head, rows: [f'{head} VALUES ' + ','.join(rows[i:i + 500]) for i in range(0, len(rows), 500)]
        identity = ', identity' if self.has_identity() else ''
        text = ["INSERT INTO agency (code, name) VALUES ('323000000A', '示範部')"]
        numbers = range(1, learners + 1)
        text += many('INSERT INTO person (national_id, name, name_key, sex, birth_date)',
                     [f"('A{100000000 + i}', '王一明', 'x', 'male', '1980-01-01')" for i in numbers])
        text += many('INSERT INTO service_record (person, agency, from_day)', [f"({i}, 1, '2011-01-01')" for i in numbers])
        text += many('INSERT INTO account (agency, name, full_name, role, person)', [f"(1, 'p{i}', '王一明', 'learner', {i})" for i in numbers])
        text += many(f'INSERT INTO session (token_hash, account, form_token, by_certificate, address, created, seen{identity})',
                     [f"('{hashlib.sha256(token(i).encode()).hexdigest()}', {i}, 'form', 0, '127.0.0.1', {now}, {now}"
                      + (", 'learner')" if identity else ')') for i in numbers])
        text += many('INSERT INTO course (agency, course_code, term_no, name, roc_year, category, mode, amount, unit_of_amount, certified_hours,'
                     ' digital_hours, physical_hours, start_at, end_at, enroll_method, enroll_from, enroll_to, quota, quota_hard, created)',
                     [f"(1, 'C{i}', 1, '資安實務', 122, 1, 'physical', 1, 'hour', 1, 0, 1, {SOON}, {END}, 'free', {OPEN_FROM}, {SOON},"
                      f" {'NULL' if places is None else places}, {0 if places is None else 1}, 1)" for i, places in enumerate(courses)])
        self.sql(';\n'.join(text) + ';\n' + 'SELECT 1')

    def has_identity(self):
        if self.url.startswith('postgresql'):
            return bool(self.sql("SELECT 1 FROM information_schema.columns WHERE table_name = 'session' AND column_name = 'identity'"))
        return bool(self.sql("SELECT 1 FROM pragma_table_info('session') WHERE name = 'identity'"))

    def processes(self, pid=None):
        pid = pid or self.server.pid
        with open(f'/proc/{pid}/task/{pid}/children') as f:
            return [pid] + [p for child in f.read().split() for p in self.processes(int(child))]

    def processor_seconds(self):
        total = 0
        for p in self.processes():
            with open(f'/proc/{p}/stat') as f:
                total += sum(int(x) for x in f.read().rsplit(')', 1)[1].split()[11:13])
        return total / os.sysconf('SC_CLK_TCK')

    def end(self):
        self.server.terminate()
        self.server.wait()
        self.log.close()


class Line(asyncio.Protocol):
    """A connection that stays, one request at a time."""

    def __init__(self):
        self.answer, self.had = None, b''

    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        self.had += data
        head, _, rest = self.had.partition(b'\r\n\r\n')
        length = next((int(h[15:]) for h in head.split(b'\r\n') if h.lower().startswith(b'content-length:')), 0)
        if _ and len(rest) >= length:
            self.had = b''
            if self.answer and not self.answer.done():
                self.answer.set_result((int(head[9:12]), rest))

    def connection_lost(self, why):
        if self.answer and not self.answer.done():
            self.answer.set_exception(why or ConnectionError('closed'))

    def ask(self, learner, course):
        body = f'_token=form&_once=once-{learner}-{course}&phone=02-12345678'.encode()
        self.answer = asyncio.get_running_loop().create_future()
        self.transport.write(b'POST /learn/courses/%d/register HTTP/1.1\r\nHost: x\r\nCookie: peixun=%s\r\nSec-Fetch-Site: same-origin\r\n'
                             b'Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n%s'
                             % (course, token(learner).encode(), len(body), body))
        return self.answer


async def lines(port, n):
    loop = asyncio.get_running_loop()
    return [(await loop.create_connection(Line, '127.0.0.1', port))[1] for _ in range(n)]
