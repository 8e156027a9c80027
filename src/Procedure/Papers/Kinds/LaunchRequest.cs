using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.RegisterLead;
using static WorkflowAccountability.Procedure.Papers.PaperSource;

namespace WorkflowAccountability.Procedure.Papers.Kinds;

/// <summary>内部环节: the leading bureau asks 州人民政府 to launch the investigation, which 第七条第一句 leaves to the government alone.</summary>
public sealed class LaunchRequest : PaperKind
{
    /// <inheritdoc/>
    public override string Citation => Citations.InternalStep;

    /// <inheritdoc/>
    public override PaperLayout Layout => PaperLayout.Upward;

    /// <summary>A lead about the leading bureau does not pass through it: whoever registered it asks.</summary>
    public override IReadOnlyList<string> Issuers(PaperSource source) =>
        source.File.ConcernsLeadBureau ? [source.File.OpenedByOrganisationId] : source.Holder(Roles.LeadEnv) is { } bureau ? [bureau] : [];

    /// <inheritdoc/>
    public override Ruling Ready(PaperSource source) => Needs<RegisterLeadForm>(source, typeof(RegisterLeadStage)) is { IsAllowed: false } refusal ? refusal
        : Ruling.Require(source.File.ClaimedGrounds().Count > 0, "第六条", Text.Of<PaperTexts>("NoGrounds.Reason"), Text.Of<PaperTexts>("NoGrounds.Remedy"));

    /// <inheritdoc/>
    public override PaperText Compose(PaperSource source)
    {
        var lead = source.File.Latest<RegisterLeadForm>()!;
        var regulation = RegulationText.All.Single(text => text.DocumentNumber == source.File.RegulationVersion);
        var from = Chinese(typeof(RegisterLeadStage), $"LeadSource.{lead.Source}");
        var county = lead.County is { } id ? source.Short(id) : null;
        List<string> body =
        [
            $"{PaperSheet.Day(lead.ReceivedOn!.Value)}，收到“{source.File.Title}”线索（来源：{from}）。现将有关情况和建议请示如下：",
            "一、基本情况",
            Sentence(lead.WhatHappened),
            Sentence($"发生地：{string.Join('，', new[] { county, lead.Place }.OfType<string>().Where(words => words.Length > 0).DefaultIfEmpty("待查"))}；"
                + $"有关行为发生时间：{PaperSheet.Day(lead.ActsFrom!.Value)}{(lead.ActsTo is { } to ? $"至{PaperSheet.Day(to)}" : "起")}"),
            "二、符合的启动情形",
            .. source.File.ClaimedGrounds().Select((ground, index) => $"{index + 1}.{source.Regulation}{ground.Item}规定：{regulation.Find(ground.Item)?.Text}{Facts(ground)}"),
        ];
        if (source.File.Level is { } level)
            body.Add($"按照《办法》第十六条第一款所指标准初步计算，该事件达到{level}级突发环境事件标准。");
        body.AddRange(["三、建议", $"建议由{source.ShortOf(Roles.Government)}启动“{source.File.Title}”环境问题（事件）责任追究调查。", "妥否，请批示。"]);
        return new PaperText
        {
            Title = $"关于启动{source.File.Title}责任追究调查的请示", To = source.Holder(Roles.Government) is { } government ? [government] : [],
            Body = string.Join('\n', body),
        };
    }

    private static string Facts(ClaimedGround ground) => string.IsNullOrWhiteSpace(ground.Facts) ? "" : $"经初步核查，{Sentence(ground.Facts)}";
}
