"""Libraries of references as other programs write them (CSL-JSON) become the references of a source."""
