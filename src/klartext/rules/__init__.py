"""Rules: their language, the files that hold them, and the kinds that run them."""

from klartext.rules.load import load_rules, rules_folder
from klartext.rules.schema import Example, Reference, Rule

__all__ = ["Example", "Reference", "Rule", "load_rules", "rules_folder"]
