-- 生日 in files of training centres is held against the person's.                                                    LEARN-295
UPDATE import_alias SET field = 'birth' WHERE heading = '生日' AND field = '' AND kind IN ('hours_unopened', 'hours_auto_unopened');
