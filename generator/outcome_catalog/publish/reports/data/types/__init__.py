"""What ``report.json`` holds. Keys are added, never renamed; a break is ``/api/v2/``.

The JSON Schema is made from these types, so that what is said and what is published cannot part. A key that Python
cannot spell as a name stands in the field's metadata.
"""
