using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.ApproveTeam;
using WorkflowAccountability.Procedure.Stages.ProposeTeam;

namespace WorkflowAccountability.Procedure.Papers.Kinds;

/// <summary>第八条第二句: 州人民政府 approves the plan of the team.</summary>
public sealed class TeamReply : PaperKind
{
    /// <inheritdoc/>
    public override string Citation => "第八条第二句";

    /// <inheritdoc/>
    public override PaperLayout Layout => PaperLayout.Downward;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Issuers(PaperSource source) => source.Holder(Roles.Government) is { } government ? [government] : [];

    /// <inheritdoc/>
    public override Ruling Ready(PaperSource source) =>
        Needs<ApproveTeamForm>(source, typeof(ApproveTeamStage), form => form.Decision is Approval.Approved);

    /// <inheritdoc/>
    public override PaperText Compose(PaperSource source)
    {
        var plan = source.File.Latest<ProposeTeamForm>()!;
        return new PaperText
        {
            Title = $"关于同意成立{source.File.Title}责任追究调查组的批复", To = source.LeaderUnit is { } unit ? [unit] : [],
            Copies = [.. plan.Members.Select(member => member.OrganisationId).Append(plan.Convener).Distinct()
                .Where(organ => organ != source.LeaderUnit && source.Directory.Organisation(organ)?.Kind is not OrganisationKind.ExpertPool)],
            Body = string.Join('\n',
            [
                $"关于成立“{source.File.Title}”责任追究调查组的请示收悉。经研究，现批复如下：",
                $"一、根据{source.Regulation}第八条第二句规定，同意所报调查组组成方案。",
                .. TeamRequest.MembersOf(source, plan),
                $"二、调查组在{source.ShortOf(Roles.Government)}领导下开展工作，实行组长负责制，组长对调查工作负全面责任。",
                "三、调查组成员确需变动的，应当另行报批。",
                "此复。",
            ]),
        };
    }
}
