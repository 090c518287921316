/* National IDs.                                            ACMS-1.4, decision 14, LEARN-008 */
#include "base/national_id.h"

#include "test/tap.h"

int main(void)
{
	static const char *const valid[] = {"A123456789", "A223456781", "B123456780", "S200000017", "F123456784", "F131104093",
		"A800000014", "A900207177", "A930196810", "AB00207171", "AC03095424"};
	static const char *const invalid[] = {"A123456788", "F123456789", "a123456789", "A12345678", "A1234567890", "A323456789",
		"A12345678X", "1123456789", "AE00207171", ""};

	for (size_t i = 0; i < sizeof valid / sizeof *valid; i++)
		ok(national_id_valid(valid[i]), "%s is valid", valid[i]);
	for (size_t i = 0; i < sizeof invalid / sizeof *invalid; i++)
		ok(!national_id_valid(invalid[i]), "\"%s\" is not", invalid[i]);
	ok(national_id_resident("A800000014") && national_id_resident("AB00207171"), "both resident forms");
	ok(!national_id_resident("A123456789"), "a citizen");
	ok(national_id_female("A223456781") && national_id_female("AB00207171") && national_id_female("A900207177"), "women");
	ok(!national_id_female("A123456789") && !national_id_female("AC03095424"), "men");
	return tap_end();
}
