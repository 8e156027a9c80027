using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.Cases;

public sealed partial class CaseFile
{
    /// <summary>第八条第一句: nothing is investigated before there is a team; a definition that tries is broken and hears so.</summary>
    [Clause("第八条第一句", "应当成立调查组")]
    public void MustHaveATeam(StageAttribute stage)
    {
        if (!Members(TeamKind.Investigation).Any())
            throw new InvalidOperationException(
                $"Case {Number} has no investigation team: {stage.Type} must come after Accountability.ApproveTeam was left by Approved.");
    }

    /// <summary>
    /// 第九条第一句: the leader signs. Where he is himself under inquiry his deputy does, and where there is none, the government under
    /// whose direction the team works.
    /// </summary>
    [Clause("第九条第一句")]
    public Candidate Signer()
    {
        var impartial = Members(TeamKind.Investigation).Where(member => !Concerns(member.PersonId)).ToList();
        var signer = impartial.Find(member => member.Function == TeamFunction.Leader)
            ?? impartial.Find(member => member.Function == TeamFunction.Deputy);
        return signer is null ? Candidate.OfRole(Roles.Government) : Candidate.Person(signer.PersonId);
    }
}
