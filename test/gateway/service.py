#!/usr/bin/python3
# service.py: a payment service for tests; see below.
"""A payment service for tests, over real sockets: takes orders as 綠界 全方位金流 does, and misbehaves on demand.        ACMS-094

usage: service.py PORT KEY IV

POST /Cashier/AioCheckOut/V5        an order, refused unless its check value is right; a page with a button that pays it
POST /Cashier/QueryTradeInfo/V5     what became of an order
POST /pay                           the button: pays, tells the merchant's server, leads the browser back
GET  /do?order=N&act=A              for the test; answers with the status and text of each notice sent:
        pay         paid, told          keep        paid, not told          tell        told (again)
        twice       told two times at once          forge       told with a wrong check value
        short       told with one 元 less           fail        refused by the bank, told
        lie         from now on its answers to questions are not signed right
Knows nothing of the program it serves but its addresses."""
import hashlib
import html
import json
import os
import sys
import threading
import urllib.parse
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

port, key, iv = int(sys.argv[1]), sys.argv[2], sys.argv[3]
orders = {}
lying = False


def check_value(fields):
    text = '&'.join(f'{n}={v}' for n, v in sorted(fields.items(), key=lambda f: f[0].lower()) if n != 'CheckMacValue')
    coded = urllib.parse.quote_plus(f'HashKey={key}&{text}&HashIV={iv}', safe='-_.!*()').replace('~', '%7e').lower()
    return hashlib.sha256(coded.encode()).hexdigest().upper()


def signed(fields):
    return {**fields, 'CheckMacValue': check_value(fields)}


def notice(order, **other):
    return {'MerchantID': order['MerchantID'], 'MerchantTradeNo': order['MerchantTradeNo'], 'StoreID': '', 'RtnCode': '1',
            'RtnMsg': '交易成功', 'TradeNo': order['TradeNo'], 'TradeAmt': order['TotalAmount'], 'PaymentDate': '2023/02/03 09:05:07',
            'PaymentType': 'Credit_CreditCard', 'PaymentTypeChargeFee': '10', 'TradeDate': order['MerchantTradeDate'],
            'SimulatePaid': '0', **other}


def send(order, fields):
    body = urllib.parse.urlencode(fields).encode()
    try:
        with urllib.request.urlopen(urllib.request.Request(order['ReturnURL'], body), timeout=30) as reply:
            return [reply.status, reply.read().decode()]
    except urllib.error.HTTPError as refused:
        return [refused.code, refused.read().decode()]


def at_once(order, fields, n):
    said = []
    threads = [threading.Thread(target=lambda: said.append(send(order, fields))) for _ in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    return said


def act(order, what):
    global lying
    if what in ('pay', 'keep'):
        order['paid'] = True
    if what in ('pay', 'tell'):
        return [send(order, signed(notice(order)))]
    if what == 'twice':
        order['paid'] = True
        return at_once(order, signed(notice(order)), 2)
    if what == 'forge':
        return [send(order, {**notice(order), 'CheckMacValue': 'A' * 64})]
    if what == 'short':
        return [send(order, signed(notice(order, TradeAmt=str(int(order['TotalAmount']) - 1))))]
    if what == 'fail':
        return [send(order, signed(notice(order, RtnCode='10100058', RtnMsg='拒絕交易')))]
    lying = what == 'lie'
    return []


PAGE = '''<!doctype html><html lang="zh-Hant-TW"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>付款服務</title><main><h1>付款服務（測試）</h1><p>{item}</p><p>金額 {amount} 元</p>
<form method="post" action="{to}">{fields}<button>{words}</button></form></main></html>'''


def page(order, to, fields, words):
    inputs = ''.join(f'<input type="hidden" name="{html.escape(n)}" value="{html.escape(v)}">' for n, v in fields.items())
    return PAGE.format(item=html.escape(order['ItemName']), amount=html.escape(order['TotalAmount']), to=html.escape(to),
                       fields=inputs, words=words)


class Service(BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def log_message(self, *_):
        pass

    def answer(self, status, text, kind='text/html; charset=utf-8'):
        body = text.encode()
        self.send_response(status)
        self.send_header('Content-Type', kind)
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def fields(self):
        body = self.rfile.read(int(self.headers.get('Content-Length', 0))).decode()
        return dict(urllib.parse.parse_qsl(body, keep_blank_values=True))

    def do_GET(self):
        at = urllib.parse.urlparse(self.path)
        query = dict(urllib.parse.parse_qsl(at.query))
        if at.path != '/do':
            return self.answer(200, '')
        order = orders.get(query['order'], {})
        self.answer(200, json.dumps(act(order, query['act'])), 'application/json')

    def do_POST(self):
        fields = self.fields()
        if self.path == '/Cashier/AioCheckOut/V5':
            return self.order(fields)
        if self.path == '/Cashier/QueryTradeInfo/V5':
            return self.query(fields)
        order = orders[fields['order']]
        act(order, 'pay')
        self.answer(200, page(order, order['OrderResultURL'], signed(notice(order)), '返回商店'))

    def order(self, fields):
        number = fields.get('MerchantTradeNo', '')
        if fields.get('CheckMacValue') != check_value(fields):
            return self.answer(400, 'CheckMacValue Error')
        if number in orders or not number.isalnum() or len(number) > 20:
            return self.answer(400, '訂單編號重覆')
        orders[number] = {**fields, 'paid': False, 'TradeNo': f'2302{os.getpid():08d}{len(orders):06d}'}
        self.answer(200, page(orders[number], '/pay', {'order': number}, '付款'))

    def query(self, fields):
        order = orders.get(fields.get('MerchantTradeNo', ''))
        if fields.get('CheckMacValue') != check_value(fields) or not fields.get('TimeStamp', '').isdigit():
            return self.answer(400, 'CheckMacValue Error')
        told = {'MerchantID': fields['MerchantID'], 'MerchantTradeNo': fields['MerchantTradeNo'], 'TradeNo': '', 'TradeAmt': '0',
                'TradeStatus': '10200047', 'PaymentDate': '', 'PaymentType': ''}
        if order:
            told = {**notice(order), 'TradeStatus': '1' if order['paid'] else '0'}
            del told['RtnCode'], told['RtnMsg'], told['SimulatePaid']
        answer = {**told, 'CheckMacValue': 'B' * 64} if lying else signed(told)
        self.answer(200, urllib.parse.urlencode(answer), 'text/html')


server = ThreadingHTTPServer(('127.0.0.1', port), Service)
print('ready', flush=True)
server.serve_forever()
