from core.models.document import Document
from core.models.person import Engagement, Person
from core.models.school import School, Trust
from core.models.user import RoleAssignment, User

__all__ = ["Document", "Engagement", "Person", "RoleAssignment", "School", "Trust", "User"]
