using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.Cases;

public sealed partial class CaseFile
{
    /// <summary>
    /// 第十条第一句: who speaks for the supervision team: its leader; where he is himself under inquiry his deputy, and where there is none, the
    /// supervision bureau. A definition that asks before there is a team is broken and hears so.
    /// </summary>
    public Candidate SupervisionSigner(StageAttribute stage)
    {
        if (!Members(TeamKind.Supervision).Any())
            throw new InvalidOperationException($"Case {Number} has no supervision team: "
                + $"{stage.Type} must come after Accountability.DecideSupervision was left by Started.");
        var impartial = Members(TeamKind.Supervision).Where(member => !Concerns(member.PersonId)).ToList();
        var signer = impartial.Find(member => member.Function == TeamFunction.Leader)
            ?? impartial.Find(member => member.Function == TeamFunction.Deputy);
        return signer is null ? Candidate.OfRole(Roles.Supervision) : Candidate.Person(signer.PersonId);
    }
}
