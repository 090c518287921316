/* Prints the page of page.html and the sheet of page.xml, for comparison with page.out. */
#include <stdio.h>

#include "page.html.h"
#include "page.xml.h"

int main(void)
{
	struct person persons[] = {
		{7, "王<小>明", date_make(2024, 8, 1)},
		{8, "O'Hara & \"Sons\"", {0}},
	};
	struct person_list list = {date_make(2024, 8, 31), "text", {persons, 2}}, none = {.kind = ""};
	struct arena *mem = arena_new(1 << 20);
	struct text t = text_new(mem, 1 << 16);

	person_page(html_new(&t), &list, url(mem, "/p/%s?x=1", "a/b"), "<'\">");
	person_sheet(html_new(&t), &list);
	person_sheet(html_new(&t), &none);
	fputs(t.at, stdout);
	arena_free(mem);
	return 0;
}
