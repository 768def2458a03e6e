"""The kinds of identifier, so that one can't be passed where another is meant."""

from typing import NewType

CommunityId = NewType("CommunityId", str)
MemberId = NewType("MemberId", str)
PlaceId = NewType("PlaceId", str)
ProgrammeId = NewType("ProgrammeId", str)
PairingId = NewType("PairingId", str)
AssessmentId = NewType("AssessmentId", str)
EvidenceId = NewType("EvidenceId", str)
GoalId = NewType("GoalId", str)
MarkId = NewType("MarkId", str)
CheckInId = NewType("CheckInId", str)
EntryId = NewType("EntryId", str)
ActionItemId = NewType("ActionItemId", str)
CodeId = NewType("CodeId", str)
EnrolmentId = NewType("EnrolmentId", str)
DraftId = NewType("DraftId", str)
RoundId = NewType("RoundId", str)

# Named by people in config files, not drawn at random.
FrameworkId = NewType("FrameworkId", str)
LadderId = NewType("LadderId", str)
CompetencyId = NewType("CompetencyId", str)
RoleId = NewType("RoleId", str)
TemplateId = NewType("TemplateId", str)
RoadmapId = NewType("RoadmapId", str)
StepId = NewType("StepId", str)
