"""Every word of the interface, one JSON file per language; what a contributor wrote is never among them.

Days, numbers, lists and plural forms are written by CLDR's rules for the language, which Babel carries.
"""

from outcome_catalog.publish.words.catalogue import contributors_language as contributors_language
from outcome_catalog.publish.words.catalogue import interface_language as interface_language
from outcome_catalog.publish.words.catalogue import words as words
from outcome_catalog.publish.words.dates import day_text as day_text
from outcome_catalog.publish.words.dates import month_text as month_text
from outcome_catalog.publish.words.filters import WORD_FILTERS as WORD_FILTERS
from outcome_catalog.publish.words.language_names import language_name as language_name
from outcome_catalog.publish.words.language_names import own_language_name as own_language_name
from outcome_catalog.publish.words.lists import clause_break as clause_break
from outcome_catalog.publish.words.lists import list_text as list_text
from outcome_catalog.publish.words.numbers import number_text as number_text
from outcome_catalog.publish.words.numbers import percent_text as percent_text
from outcome_catalog.publish.words.numbers import short_number_text as short_number_text
from outcome_catalog.publish.words.periods import days_text as days_text
from outcome_catalog.publish.words.periods import period_text as period_text
from outcome_catalog.publish.words.periods import quarter_text as quarter_text
from outcome_catalog.publish.words.phrases import phrase as phrase
from outcome_catalog.publish.words.plurals import agreeing as agreeing
from outcome_catalog.publish.words.plurals import plural_form as plural_form
from outcome_catalog.publish.words.sentences import sentences_text as sentences_text
from outcome_catalog.publish.words.shipped import shipped_text as shipped_text
from outcome_catalog.publish.words.shipped import translations_of as translations_of
