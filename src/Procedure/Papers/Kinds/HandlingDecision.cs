using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using static WorkflowAccountability.Procedure.Papers.PaperSource;

namespace WorkflowAccountability.Procedure.Papers.Kinds;

/// <summary>第十一条第二款第一句 (州党委、人民政府的决定): the decision of both bodies, one measure after the other, to be carried out by the organs that own them.</summary>
public sealed class HandlingDecision : PaperKind
{
    /// <inheritdoc/>
    public override string Citation => "第十一条第二款第一句";

    /// <inheritdoc/>
    public override PaperLayout Layout => PaperLayout.Downward;

    /// <summary>Joint: both bodies, both sign.</summary>
    public override IReadOnlyList<string> Issuers(PaperSource source) => SpecialReport.Reviewers(source);

    /// <inheritdoc/>
    public override Ruling Ready(PaperSource source) => Ruling.Require(source.File.IsApproved && source.File.Measures.Exists(measure => measure.Stands), "第十一条第一款第一句",
        Text.Of<PaperTexts>("NoMeasures.Reason"), Text.Of<PaperTexts>("NoMeasures.Remedy"));

    /// <inheritdoc/>
    public override PaperText Compose(PaperSource source)
    {
        // What an appeal or a new decision took away is decided no more.
        var measures = source.File.Measures.Where(measure => measure.Stands).ToList();
        var owners = measures.Select(measure => source.Holder(measure.OwnerRole)).OfType<string>().Distinct().ToList();
        var followers = new[] { source.Holder(Roles.Supervision), source.Holder(Roles.LeadEnv) }.OfType<string>();
        return new PaperText
        {
            Title = $"关于{source.File.Title}有关责任单位和责任人的处理决定", To = [.. owners.Except(Issuers(source))], Copies = [.. followers.Except(owners)],
            Body = string.Join('\n',
            [
                $"根据{source.Regulation}和调查报告，州党委、州人民政府决定，对“{source.File.Title}”有关责任单位和责任人作出如下处理：",
                .. measures.GroupBy(measure => measure.PartyId).SelectMany((party, index) => (IEnumerable<string>)
                [
                    $"{Count(index + 1)}、{source.Who(party.Key)}",
                    .. party.Select(measure => $"{source.Measure(measure.Code)}（《办法》{measure.Citation}）：{Sentence(measure.Words)}由{Owner(source, measure.OwnerRole)}负责落实。"),
                ]),
                $"{Count(measures.DistinctBy(measure => measure.PartyId).Count() + 1)}、有关要求",
                $"各有关部门和单位应当依照有关法律法规规定和本决定认真落实，并报告落实情况。{string.Join('、', followers.Select(source.Short))}对处理落实情况进行跟踪监督。",
            ]),
        };
    }

    private static string Owner(PaperSource source, string role) => source.Holder(role) is { } organ ? source.Short(organ) : Roles.Find(role)?.Chinese ?? role;
}
