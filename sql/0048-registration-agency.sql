-- What refers to an agency is looked up by it.
CREATE INDEX registration_agency ON registration (agency, id);
CREATE INDEX registration_nominating ON registration (nominating_agency) WHERE nominating_agency IS NOT NULL;
