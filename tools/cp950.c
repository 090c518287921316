/* cp950: prints the tables of code page 950 as C, from ICU's windows-950.  Run by make; see src/base/charset.c. */
#include <stdint.h>
#include <stdio.h>
#include <unicode/ucnv.h>

static int trail_at(int i)
{
	return i < 63 ? 0x40 + i : 0xA1 + i - 63;
}

static unsigned decode(UConverter *u, int lead, int trail)
{
	char bytes[2] = {(char)lead, (char)trail};
	UErrorCode error = U_ZERO_ERROR;
	UChar to[4];
	int n = ucnv_toUChars(u, to, 4, bytes, 2, &error);

	return U_SUCCESS(error) && n == 1 && to[0] != 0xFFFD ? to[0] : 0;
}

static unsigned encode(UConverter *u, UChar c)
{
	UErrorCode error = U_ZERO_ERROR;
	char to[8];
	int n = ucnv_fromUChars(u, to, sizeof to, &c, 1, &error);

	return U_SUCCESS(error) && n == 2 ? (unsigned)(uint8_t)to[0] << 8 | (uint8_t)to[1] : 0;
}

int main(void)
{
	UErrorCode error = U_ZERO_ERROR;
	UConverter *u = ucnv_open("windows-950", &error);

	if (U_FAILURE(error)) {
		fprintf(stderr, "cp950: ICU has no windows-950: %s\n", u_errorName(error));
		return 1;
	}
	ucnv_setToUCallBack(u, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &error);
	ucnv_setFromUCallBack(u, UCNV_FROM_U_CALLBACK_STOP, NULL, NULL, NULL, &error);
	printf("#include <stdint.h>\n\n/* [lead - 0x81][trail - 0x40, without the gap 0x7F…0xA0]; 0: no character */\n");
	printf("extern const uint16_t cp950_decode[126 * 157], cp950_encode[65536];\n");
	printf("const uint16_t cp950_decode[126 * 157] = {");
	for (int lead = 0x81; lead <= 0xFE; lead++)
		for (int i = 0; i < 157; i++)
			printf("%s0x%X,", i % 16 ? "" : "\n", decode(u, lead, trail_at(i)));
	printf("\n};\n/* [character]: both bytes; 0: can't be written */\nconst uint16_t cp950_encode[65536] = {");
	for (unsigned c = 0; c < 65536; c++)
		printf("%s0x%X,", c % 16 ? "" : "\n", c < 0x80 || (c >= 0xD800 && c < 0xE000) ? 0 : encode(u, (UChar)c));
	printf("\n};\n");
	ucnv_close(u);
	return 0;
}
