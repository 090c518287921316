/* What a script makes quicker; every page does the same without it.
 *
 * th.tick[data-all]   gets a box that ticks the whole column (data-all is its name); Shift ticks a range
 * [data-ticked]       shows how many boxes of its form are ticked
 * [data-copy]         gets a button of that name which copies its text
 * .err                gets the focus when a page comes back with complaints
 * form[method=post]   is sent once, even if the button is pressed twice */
"use strict";

const boxes = (place) => [...place.querySelectorAll("tbody .tick input[type=checkbox]:not(:disabled)")];

function count(place) {
	const form = place.closest("form") ?? document;
	const all = boxes(form);
	const ticked = all.filter((box) => box.checked).length;

	for (const shown of form.querySelectorAll("[data-ticked]"))
		shown.textContent = ticked;
	for (const head of form.querySelectorAll("thead .tick input")) {
		const own = boxes(head.closest("table"));
		const on = own.filter((box) => box.checked).length;

		head.checked = on > 0 && on === own.length;
		head.indeterminate = on > 0 && on < own.length;
	}
}

function prepare(place) {
	for (const head of place.querySelectorAll("th.tick[data-all]:not(:has(input))")) {
		const box = document.createElement("input");

		box.type = "checkbox";
		box.setAttribute("aria-label", head.dataset.all);
		head.append(box);
		count(head);
	}
}

for (const words of document.querySelectorAll("[data-copy]")) {
	const button = document.createElement("button");

	button.type = "button";
	button.className = "btn small quiet";
	button.textContent = words.dataset.copy;
	button.addEventListener("click", () => {
		getSelection().selectAllChildren(words);
		navigator.clipboard ? navigator.clipboard.writeText(words.textContent) : document.execCommand("copy");
		button.textContent = "已" + words.dataset.copy;
	});
	words.after(" ", button);
}

let last = null;

document.addEventListener("click", (event) => {
	const box = event.target;

	if (!box.matches?.("table .tick input[type=checkbox]"))
		return;
	if (box.closest("thead")) {
		for (const other of boxes(box.closest("table")))
			other.checked = box.checked;
	} else {
		const column = boxes(box.closest("table"));
		const ends = [column.indexOf(last), column.indexOf(box)].sort((a, b) => a - b);

		if (event.shiftKey && ends[0] >= 0)
			for (const other of column.slice(ends[0], ends[1] + 1))
				other.checked = box.checked;
		last = box;
	}
	count(box);
});

document.addEventListener("submit", (event) => {
	const form = event.target;

	if (form.getAttribute("method") !== "post" || event.defaultPrevented)
		return;
	if (form.dataset.sent)
		event.preventDefault();
	form.dataset.sent = "1";
	setTimeout(() => delete form.dataset.sent, 3000);       /* the reply may be a file: the page stays */
});
addEventListener("pageshow", () => {
	for (const form of document.querySelectorAll("form[data-sent]"))
		delete form.dataset.sent;
});

document.addEventListener("htmx:after:swap", () => prepare(document));
prepare(document);
document.querySelector(".err[tabindex]")?.focus();
