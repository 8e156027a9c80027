using WorkflowAccountability.Procedure.Stages.CompileReport;
using WorkflowAccountability.Procedure.Stages.DefineResponsibility;
using WorkflowAccountability.Procedure.Stages.DetermineCauses;
using WorkflowAccountability.Procedure.Stages.EstablishFacts;
using WorkflowAccountability.Procedure.Stages.LaunchInvestigation;
using WorkflowAccountability.Procedure.Stages.WeighGrounds;
using static WorkflowAccountability.Procedure.Papers.PaperSource;

namespace WorkflowAccountability.Procedure.Papers.Kinds;

/// <summary>A section of the report.</summary>
internal sealed record ReportSection(string Title, IReadOnlyList<string> Lines);

/// <summary>第九条, 第十一条第一款第二句: what the investigation report consists of, section by section.</summary>
internal static class ReportSections
{
    public static IReadOnlyList<ReportSection> Of(PaperSource source)
    {
        var report = source.File.Latest<CompileReportForm>()!;
        return
        [
            new("调查工作情况", Work(source, report)),
            new("调查情况", [.. PaperText.LinesOf(report.InvestigationFacts), .. Course(source)]),
            new("人员伤亡、经济损失和生态毁损情况", Losses(source)),
            new("原因分析", Causes(source)),
            new("责任认定", Responsibility(source)),
            new("从严和免责、减责情形", Weighing(source)),
            new("历史过程追溯情况", PaperText.LinesOf(report.History)),
            new("资料档案保存情况", PaperText.LinesOf(report.Records)),
            new("责任追究建议", [.. PaperText.LinesOf(report.AccountabilityProposals), .. Proposals(source)]),
        ];
    }

    private static IReadOnlyList<string> Work(PaperSource source, CompileReportForm report)
    {
        var launched = source.File.Latest<LaunchInvestigationForm>();
        return
        [
            $"根据{source.Regulation}第七条第一句规定，{(launched?.DecidedOn is { } day ? $"{PaperSheet.Day(day)}，" : "")}{source.ShortOf(Organisations.Roles.Government)}启动“{source.File.Title}”责任追究调查，"
                + $"成立调查组，由{(source.LeaderUnit is { } unit ? source.Short(unit) : "有关部门")}任组长单位。",
            .. PaperText.LinesOf(report.Principles),
        ];
    }

    private static IEnumerable<string> Course(PaperSource source)
    {
        if (source.File.Latest<EstablishFactsForm>() is not { } facts)
            yield break;
        yield return "（一）现状";
        foreach (var line in PaperText.LinesOf(facts.PresentState))
            yield return line;
        if (facts.Course.Count == 0)
            yield break;
        yield return "（二）经过";
        foreach (var entry in facts.Course.OrderBy(entry => entry.On))
            yield return $"{PaperSheet.Day(entry.On!.Value)}，{Sentence(entry.What)}";
    }

    private static IReadOnlyList<string> Losses(PaperSource source)
    {
        if (source.File.Latest<EstablishFactsForm>() is not { } facts)
            return [];
        var stated = facts.Event;
        var people = new (string What, int? Count)[] { ("因环境污染直接导致死亡", stated.Deaths), ("中毒", stated.Poisoned), ("疏散、转移群众", stated.Evacuated) }
            .Where(row => row.Count is not null).Select(row => $"{row.What}{row.Count}人").ToList();
        return
        [
            people.Count == 0 ? "人员伤亡：未发现人员伤亡。" : $"人员情况：{string.Join('，', people)}。",
            Loss("直接经济损失", facts.DirectLoss), Loss("间接经济损失", facts.IndirectLoss), Loss("生态毁损", facts.EcologicalDamage),
        ];
    }

    private static string Loss(string what, LossAssessment loss) => loss.Amount is not { } yuan ? $"{what}：{Sentence(loss.NoneBecause ?? "未评估")}"
        : $"{what}：{TenThousands(yuan)}（{string.Join('，', new[] { loss.Method, loss.Assessor, loss.Scope, loss.AssessedOn is { } on ? PaperSheet.Day(on) : null }.OfType<string>())}）。";

    private static IReadOnlyList<string> Causes(PaperSource source)
    {
        if (source.File.Latest<DetermineCausesForm>() is not { } found)
            return [];
        var lines = new List<string>();
        foreach (var (kind, title) in new[] { (CauseKind.Direct, "（一）直接原因"), (CauseKind.Indirect, "（二）间接原因") })
        {
            var causes = found.Causes.Where(cause => cause.Kind == kind).ToList();
            if (causes.Count == 0 && (kind is CauseKind.Direct || string.IsNullOrWhiteSpace(found.NoIndirectBecause)))
                continue;
            lines.Add(title);
            lines.AddRange(causes.Count == 0 ? [Sentence(found.NoIndirectBecause)]
                : causes.Select((cause, index) => $"{index + 1}.{Sentence(cause.What)}{(string.IsNullOrWhiteSpace(cause.Duty) ? "" : $"涉及职责：{Sentence(cause.Duty)}")}"));
        }
        return lines;
    }

    private static IReadOnlyList<string> Responsibility(PaperSource source)
    {
        var nobody = source.File.Latest<DefineResponsibilityForm>()?.NobodyBecause;
        if (source.File.Latest<DefineResponsibilityForm>() is null)
            return [];
        var rows = source.File.Matrix();
        if (rows.Count == 0)
            return string.IsNullOrWhiteSpace(nobody) ? [] : [Sentence(nobody)];
        return [.. rows.SelectMany((row, index) => (IEnumerable<string>)
        [
            $"（{Count(index + 1)}）{source.Who(row.Party, source.LastActOf(row.Party))}", .. row.Findings.Select(finding => Finding(finding)),
        ])];
    }

    private static string Finding(Finding finding)
    {
        var time = $"{PaperSheet.Day(finding.ActFrom!.Value)}{(finding.ActTo is { } to && to != finding.ActFrom ? $"至{PaperSheet.Day(to)}" : "")}";
        var failure = finding.Failure is { } kind ? $"属{Chinese(typeof(DefineResponsibilityStage), $"FailureKind.{kind}")}。" : "";
        var type = finding.Responsibility is { } responsibility ? $"依照《办法》第四条，负{Chinese(typeof(DefineResponsibilityStage), $"ResponsibilityType.{responsibility}")}。" : "";
        return $"职责：{Sentence(finding.Duty)}{time}，{Sentence(finding.Act)}{failure}"
            + $"{(string.IsNullOrWhiteSpace(finding.Consequence) ? "" : $"后果：{Sentence(finding.Consequence)}")}{(string.IsNullOrWhiteSpace(finding.Influence) ? "" : $"影响：{Sentence(finding.Influence)}")}{type}";
    }

    private static IReadOnlyList<string> Weighing(PaperSource source)
    {
        if (source.File.Latest<WeighGroundsForm>() is not { } weighed)
            return [];
        return
        [
            .. weighed.Aggravating.Where(row => row.Ground is not null).Select(row =>
                $"{source.Who(row.PartyId)}：{Chinese(typeof(WeighGroundsStage), $"AggravatingGround.{row.Ground}")}，应当从严问责。{Sentence(row.Seriousness)}{Sentence(row.Intent)}"),
            .. weighed.Mitigating.Where(row => row.Ground is not null).Select(row =>
                $"{source.Who(row.PartyId)}：{Chinese(typeof(WeighGroundsStage), $"MitigatingGround.{row.Ground}")}，{Chinese(typeof(WeighGroundsStage), $"MitigationEffect.{row.Effect}")}。{Sentence(row.MeasuresTaken)}"),
        ];
    }

    private static IEnumerable<string> Proposals(PaperSource source) => source.File.HandlingProposals()
        .Select((proposal, index) => $"{index + 1}.{source.Who(proposal.PartyId)}：{source.Measure(proposal.Measure)}。{Sentence(proposal.Text)}依据：{Sentence(proposal.Basis)}");
}
