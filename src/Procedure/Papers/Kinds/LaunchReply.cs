using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.LaunchInvestigation;
using static WorkflowAccountability.Procedure.Papers.PaperSource;

namespace WorkflowAccountability.Procedure.Papers.Kinds;

/// <summary>第七条第一句: 州人民政府 launches the investigation, or says which limb of 第六条 is missing.</summary>
public sealed class LaunchReply : PaperKind
{
    /// <inheritdoc/>
    public override string Citation => "第七条第一句";

    /// <inheritdoc/>
    public override PaperLayout Layout => PaperLayout.Downward;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Issuers(PaperSource source) => source.Holder(Roles.Government) is { } government ? [government] : [];

    /// <inheritdoc/>
    public override Ruling Ready(PaperSource source) => Needs<LaunchInvestigationForm>(source, typeof(LaunchInvestigationStage),
        form => form.Decision is LaunchDecision.Launched or LaunchDecision.NotLaunched);

    /// <inheritdoc/>
    public override PaperText Compose(PaperSource source)
    {
        var form = source.File.Latest<LaunchInvestigationForm>()!;
        var (title, matter) = (source.File.Title, $"“{source.File.Title}”");
        var requester = source.File.ConcernsLeadBureau ? source.File.OpenedByOrganisationId : source.Holder(Roles.LeadEnv);
        var text = new PaperText { To = requester is null || Issuers(source).Contains(requester) ? [] : [requester] };
        if (form.Decision is LaunchDecision.NotLaunched)
            return text with
            {
                Title = $"关于不予启动{title}责任追究调查的批复", Copies = [.. new[] { source.Holder(Roles.Supervision), source.Holder(Roles.PartyCommittee) }.OfType<string>()],
                Body = string.Join('\n',
                [
                    $"关于{matter}的请示收悉。经研究，现批复如下：",
                    $"根据{source.Regulation}第七条第一句、第六条规定，该事项尚不符合启动情形，不予启动环境问题（事件）责任追究调查：",
                    .. form.Missing.Select((missing, index) => $"{index + 1}.{missing.Item}：{Sentence(missing.Limb)}"),
                    "发现新的事实、证据的，另行报请研究。",
                ]),
            };
        return text with
        {
            Title = $"关于同意启动{title}责任追究调查的批复",
            Body = string.Join('\n',
            [
                $"关于启动{matter}责任追究调查的请示收悉。经研究，现批复如下：",
                $"一、根据{source.Regulation}第七条第一句规定，同意启动{matter}环境问题（事件）责任追究调查。",
                .. form.Grounds.Select(ground => $"启动情形：{ground.Item}。{Sentence(ground.Facts)}"),
                .. form.OfficialLevel is { } level ? (string[])[$"二、该事件认定为{level}级突发环境事件。{Sentence(form.LevelReason)}"] : [],
                $"{(form.OfficialLevel is null ? "二" : "三")}、请按照《办法》第八条规定，会同有关部门提出调查组成员方案，报{source.ShortOf(Roles.Government)}批准后开展调查。",
                "此复。",
            ]),
        };
    }
}
