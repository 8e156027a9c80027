using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Stages.ConsultDiscipline;

namespace WorkflowAccountability.Procedure.Papers.Kinds;

/// <summary>第十条第二句: the supervision organ asks 州纪委, 州党委组织部 and others for their opinions; it is the supervision team's alone.</summary>
public sealed class ConsultationLetter : PaperKind
{
    /// <inheritdoc/>
    public override string Citation => "第十条第二句";

    /// <inheritdoc/>
    public override PaperLayout Layout => PaperLayout.Letter;

    /// <inheritdoc/>
    public override bool Walled => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Issuers(PaperSource source) => source.Holder(Roles.Supervision) is { } organ ? [organ] : [];

    /// <inheritdoc/>
    public override Ruling Ready(PaperSource source) => Needs<ConsultationLetterForm>(source, typeof(ConsultDisciplineStage));

    /// <inheritdoc/>
    public override bool MayDraft(Actor actor, PaperSource source) => CaseAccess.IsBehindWall(source.File, actor.PersonId);

    /// <summary>第十条第一句: who speaks for the team.</summary>
    public override bool MaySign(Actor actor, string organisationId, PaperSource source) => SpecialReport.Speaks(actor, source);

    /// <inheritdoc/>
    public override PaperText Compose(PaperSource source)
    {
        var letter = source.File.Latest<ConsultationLetterForm>()!;
        var proposals = source.File.Proposals().Where(proposal => letter.Proposals.Exists(concerned => concerned.ProposalId == proposal.Id)).ToList();
        return new PaperText
        {
            Title = $"关于征求{source.File.Title}有关责任人员处理意见的函", To = [.. letter.Bodies.Select(body => source.Holder(body.Role)).OfType<string>()],
            Body = string.Join('\n',
            [
                $"根据{source.Regulation}第十条第二句规定，现就“{source.File.Title}”有关责任人员的党纪处分和组织处理事项，征求你单位意见。",
                .. PaperText.LinesOf(letter.Letter),
                "拟提出的处理意见如下：",
                .. proposals.Select((proposal, index) =>
                    $"{index + 1}.{source.Who(proposal.PartyId)}：{source.Measure(proposal.Measure)}。{PaperSource.Sentence(proposal.Text)}依据：{PaperSource.Sentence(proposal.Basis)}"),
                "请将书面意见函复我单位。",
            ]),
        };
    }
}
