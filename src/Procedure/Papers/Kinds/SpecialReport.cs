using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.ReleaseSpecialReport;

namespace WorkflowAccountability.Procedure.Papers.Kinds;

/// <summary>第十一条第一款第二句: the special report of the independent inquiry goes up together with the investigation report; it is the supervision team's alone.</summary>
public sealed class SpecialReport : PaperKind
{
    /// <inheritdoc/>
    public override string Citation => "第十一条第一款第二句";

    /// <inheritdoc/>
    public override PaperLayout Layout => PaperLayout.Upward;

    /// <inheritdoc/>
    public override bool Walled => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Issuers(PaperSource source) => source.Holder(Roles.Supervision) is { } organ ? [organ] : [];

    /// <inheritdoc/>
    public override Ruling Ready(PaperSource source) => Needs<SpecialReportForm>(source, typeof(ReleaseSpecialReportStage), form => form.IsReleased);

    /// <inheritdoc/>
    public override bool MayDraft(Actor actor, PaperSource source) => CaseAccess.IsBehindWall(source.File, actor.PersonId);

    /// <summary>第十条第一句: who speaks for the team.</summary>
    public override bool MaySign(Actor actor, string organisationId, PaperSource source) => Speaks(actor, source);

    /// <inheritdoc/>
    public override PaperText Compose(PaperSource source)
    {
        var report = source.File.Latest<SpecialReportForm>()!;
        return new PaperText
        {
            Title = string.IsNullOrWhiteSpace(report.Title) ? $"关于{source.File.Title}责任追究的专题报告" : report.Title, To = Reviewers(source),
            Body = string.Join('\n',
            [
                $"根据{source.Regulation}第十条第一句、第十一条第一款规定，现将“{source.File.Title}”有关责任单位和责任人履行职责情况的调查结果和追责意见报告如下：",
                "一、履行职责情况", .. PaperText.LinesOf(report.Findings),
                "二、追责意见", .. PaperText.LinesOf(report.Opinions),
                .. source.File.SupervisionOpinions().Select((opinion, index) =>
                    $"{index + 1}.{source.Who(opinion.PartyId)}：{source.Measure(opinion.Measure)}。{PaperSource.Sentence(opinion.Text)}依据：{PaperSource.Sentence(opinion.Basis)}"),
                "特此报告。",
            ]),
        };
    }

    /// <summary>第十一条第一款第一句: both bodies.</summary>
    internal static IReadOnlyList<string> Reviewers(PaperSource source) =>
        [.. new[] { source.Holder(Roles.PartyCommittee), source.Holder(Roles.Government) }.OfType<string>()];

    /// <summary>第十条第一句: the leader of the supervision team, or the deputy where the leader is himself under inquiry.</summary>
    internal static bool Speaks(Actor actor, PaperSource source)
    {
        var impartial = source.File.Members(TeamKind.Supervision).Where(member => !source.File.Concerns(member.PersonId)).ToList();
        var signer = impartial.Find(member => member.Function is TeamFunction.Leader) ?? impartial.Find(member => member.Function is TeamFunction.Deputy);
        return signer?.PersonId == actor.PersonId;
    }
}
