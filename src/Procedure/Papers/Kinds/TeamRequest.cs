using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.ProposeTeam;
using static WorkflowAccountability.Procedure.Papers.PaperSource;

namespace WorkflowAccountability.Procedure.Papers.Kinds;

/// <summary>第八条第二句: the plan of the team is laid before 州人民政府.</summary>
public sealed class TeamRequest : PaperKind
{
    /// <inheritdoc/>
    public override string Citation => "第八条第二句";

    /// <inheritdoc/>
    public override PaperLayout Layout => PaperLayout.Upward;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Issuers(PaperSource source) => source.LeaderUnit is { } unit ? [unit] : [];

    /// <inheritdoc/>
    public override Ruling Ready(PaperSource source) => Needs<ProposeTeamForm>(source, typeof(ProposeTeamStage));

    /// <inheritdoc/>
    public override PaperText Compose(PaperSource source)
    {
        var plan = source.File.Latest<ProposeTeamForm>()!;
        var empty = TeamSeats.Empty(source.Directory, source.On, plan).Where(seat => seat.Reason.Length > 0).ToList();
        return new PaperText
        {
            Title = $"关于成立{source.File.Title}责任追究调查组的请示", To = source.Holder(Roles.Government) is { } government ? [government] : [],
            Body = string.Join('\n',
            [
                $"根据{source.Regulation}第八条规定，经会同有关部门研究，提出“{source.File.Title}”责任追究调查组组成方案，现请示如下：",
                "一、调查组组成",
                $"调查组由{source.Short(plan.Convener)}会同有关部门、单位和专家组成，{source.Short(plan.LeaderUnit)}为组长单位。",
                .. MembersOf(source, plan),
                .. empty.Count == 0 ? Array.Empty<string>() :
                    ["二、未安排的席位", .. empty.Select(seat => $"{Chinese(typeof(ProposeTeamStage), $"TeamSeat.{seat.Seat}")}：{Sentence(seat.Reason)}")],
                $"{(empty.Count == 0 ? "二" : "三")}、会商情况",
                .. plan.Consulted.Select(body => $"{source.Short(body.OrganisationId)}{(body.AnsweredOn is { } day ? $"（{PaperSheet.Day(day)}）" : "")}：{Sentence(body.Answer ?? "尚未答复")}"),
                "妥否，请批示。",
            ]),
            Attachments = string.IsNullOrWhiteSpace(plan.Plan) ? null : "调查方案",
        };
    }

    /// <summary>组长, 副组长, members and experts, each function on a line.</summary>
    internal static IEnumerable<string> MembersOf(PaperSource source, ProposeTeamForm plan) => plan.Members.GroupBy(member => member.Function!.Value).OrderBy(group => group.Key)
        .Select(group => $"{Chinese(typeof(FormTexts), $"TeamFunction.{group.Key}")}：" + string.Join("，", group.Select(member => Person(source, member))) + "。");

    private static string Person(PaperSource source, ProposedMember member)
    {
        var post = source.Directory.PostOf(member.PersonId, source.On);
        var words = new[] { post.Length > 0 ? post : source.Short(member.OrganisationId), member.ExpertField }.Where(word => !string.IsNullOrEmpty(word));
        return $"{source.Directory.NameOfPerson(member.PersonId)}（{string.Join('，', words)}）";
    }
}
