"""The type engine: what an expression is, and which property a name denotes."""

from fixer.program.types.model import Certainty as Certainty
from fixer.program.types.model import Context as Context
from fixer.program.types.model import Member as Member
from fixer.program.types.model import Named as Named
from fixer.program.types.model import ObjectLiteral as ObjectLiteral
from fixer.program.types.model import Resolution as Resolution
from fixer.program.types.model import Tuple as Tuple
from fixer.program.types.model import Type as Type
from fixer.program.types.model import Union as Union
from fixer.program.types.model import Unknown as Unknown
from fixer.program.types.model import Wires as Wires
from fixer.program.types.model import WireType as WireType
from fixer.program.types.model import Wrapped as Wrapped
from fixer.program.types.service import Types as Types
