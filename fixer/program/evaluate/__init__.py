"""From a JavaScript expression to what it can be, without running it: `Evaluator.value`."""

from fixer.program.evaluate.evaluator import Evaluator as Evaluator
