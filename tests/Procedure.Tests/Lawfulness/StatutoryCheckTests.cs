using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using WorkflowAccountability.Procedure.Lawfulness;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Tests.Workflows;

namespace WorkflowAccountability.Procedure.Tests.Lawfulness;

/// <summary>The law at the publish button: what may be published, what may not, and what is said then.</summary>
public sealed class StatutoryCheckTests
{
    private static readonly StatutoryCheck check = new(new StageCatalog());
    private static readonly string procedure = ShippedDefinition.Accountability.Json;

    public StatutoryCheckTests() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");

    [Theory]
    [InlineData("accountability-procedure", "accountability")]
    [InlineData("superior-investigation", "superior")]
    [InlineData("supervision-order", "order")]
    public void The_shipped_definitions_may_be_published(string name, string kind)
    {
        var report = check.Check(ShippedDefinition.All.Single(shipped => shipped.Name == name).Json);

        report.Findings.ShouldBeEmpty();
        report.Kind.ShouldBe(kind);
        report.HeldAgainst.ShouldBe("CZDBF-2016-59/1");
    }

    [Fact]
    public void No_lawful_redesign_is_refused()
    {
        var redesigns = Mutations.LawfulOf(procedure).ToList();

        redesigns.Count.ShouldBeGreaterThanOrEqualTo(30);
        redesigns.Where(redesign => !check.Check(redesign.Json).MayBePublished).Select(redesign => redesign.Edit + ": " + check.Check(redesign.Json).Findings[0]).ShouldBeEmpty();
        redesigns.Select(redesign => (redesign.Edit, Broken: new RunOracle(mostStates: 60).Breaks(redesign.Json))).Where(one => one.Broken is not null)
            .Select(one => $"{one.Edit}: {one.Broken}").ShouldBeEmpty("the engine shows that it is not lawful");
    }

    [Fact]
    public void Every_statutory_stage_is_missed_where_it_was_deleted_and_its_neighbours_connected()
    {
        var deleted = Mutations.Of(procedure).Where(mutant => mutant.Edit.EndsWith("and connects what lay around it", StringComparison.Ordinal)).ToList();
        string[] notOrdered = ["Start", "End", "RegisterLead", "SupervisedBefore", "ReviseOpinions", "RevisionNeedsDiscipline", "ConsultAfterRevision", "SpecialReportGate", "MustConsult", "ConsultDiscipline", "DisciplineNeededNow"];

        var passed = deleted.Where(mutant => check.Check(mutant.Json).MayBePublished).Select(mutant => mutant.Edit.Split(' ')[1]).ToList();

        deleted.Count.ShouldBeGreaterThan(40);
        passed.Except(notOrdered).Where(id => LawOfFlow.Current.Stages.Any(stage => stage.Type == id)).ShouldBeEmpty();
    }

    [Fact]
    public void A_way_that_breaks_the_law_by_coming_to_the_end_calls_it_the_end()
    {
        var reports = Mutations.Of(procedure).Where(mutant => mutant.Edit.EndsWith("and connects what lay around it", StringComparison.Ordinal)).Select(mutant => check.Check(mutant.Json));

        var said = reports.SelectMany(report => report.Findings).SelectMany(finding => new[] { finding.Reason, finding.Remedy }).Select(words => words.In(CultureInfo.GetCultureInfo("zh-CN"))).ToList();

        said.ShouldContain(words => words.Contains("就可以到达“结束”"));
        said.Where(words => words.Contains("到达“”") || words.Contains("再到“”")).ShouldBeEmpty();
    }

    [Fact]
    public void A_finding_names_the_node_the_clause_with_its_words_the_way_and_how_to_mend_it()
    {
        var report = check.Check(Mutations.Of(procedure).First(mutant => mutant.Edit == "turns LaunchInvestigation (Launched) → LaunchFork to EstablishFacts").Json);

        var finding = report.Findings.First(one => one is { Rule: "R2", ActivityId: "EstablishFacts" });
        finding.Severity.ShouldBe(Severity.Refusal);
        finding.Citation.ShouldBe("第八条第二句");
        finding.ClauseTexts.ShouldHaveSingleItem().ShouldContain("报州人民政府批准");
        finding.PathInWords.ShouldBe("开始 → 登记线索（建议启动） → 决定是否启动调查（启动） → 查清事实、评估损失");
        finding.Remedy.ToString().ShouldContain("批准调查组组成方案");
    }

    [Theory]
    [InlineData("gives the role of LaunchInvestigation to LEAD_ENV", "R1", "WrongRole")]
    [InlineData("computes the role of ReviewByPartyCommittee", "R7", "NotLiteral")]
    [InlineData("removes the secondRole of MonitorFollowUp", "R9", "NoRole")]
    [InlineData("lets the join Submission use WaitAny", "R6", "SpecialReport")]
    [InlineData("puts a delay beside ApproveTeam that goes on by itself", "R13", "Timer")]
    [InlineData("lets ReportApproved ask new Date().getDay() > 3", "R2", "OpaqueCondition")]
    [InlineData("lets ReportApproved ask getNothing()", "R2", "UnknownVariable")]
    [InlineData("removes the escalateTo of ApproveTeam", "R15", "NoWayOut")]
    [InlineData("unbinds supervisionStarted of DecideSupervision", "R6", "SpecialReport")]
    [InlineData("removes ReportApproved (False) → ReturnForRevision", "S", "OpenPort")]
    public void An_edit_is_refused_by_the_rule_that_it_breaks(string edit, string rule, string key) =>
        check.Check(Mutations.Of(procedure).First(mutant => mutant.Edit == edit).Json).Findings.Select(finding => (finding.Rule, finding.Reason.Key))
            .ShouldContain((rule, key + ".Reason"));

    [Fact]
    public void What_is_published_under_the_name_of_the_procedure_must_be_the_procedure()
    {
        var other = JsonNode.Parse(ShippedDefinition.SuperiorInvestigation.Json)!;
        other["definitionId"] = "accountability-procedure";

        check.Check(other.ToJsonString()).Findings.Select(finding => finding.Reason.Key).ShouldContain("KindChanged.Reason");
    }

    [Fact]
    public void The_procedure_keeps_the_law_under_any_name()
    {
        var other = Mutations.Of(procedure).First(mutant => mutant.Edit == "deletes DiscloseReport").Make();
        other["definitionId"] = "something-else";

        check.Check(other.ToJsonString()).Findings.Select(finding => finding.Rule).ShouldContain("R8");
    }

    [Fact]
    public void A_definition_that_cannot_be_read_has_its_faults_as_findings()
    {
        var report = check.Check("""{"definitionId": "x", "root": {"type": "Elsa.Nothing"}""");

        report.MayBePublished.ShouldBeFalse();
        var reason = report.Findings.ShouldHaveSingleItem().Reason;
        reason.In(CultureInfo.GetCultureInfo("en")).ShouldContain("malformed");
        reason.In(CultureInfo.GetCultureInfo("zh-CN")).ShouldStartWith("流程定义无法读取：$：第1行第55字节处格式有误：内容不完整，提前结束。");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    public void A_definition_of_two_thousand_activities_is_checked_within_a_second(int branches)
    {
        var large = Mutations.Grown(procedure, activities: 2_000, branches);
        check.Check(large).MayBePublished.ShouldBeTrue();

        Enumerable.Range(0, 5).Min(_ => Seconds(() => check.Check(large))).ShouldBeLessThan(isOptimized ? 1 : 2);
    }

    [Fact]
    public void Every_stage_has_its_law_and_every_output_is_one_that_the_stage_writes()
    {
        var stages = new StageCatalog().All.ToDictionary(stage => stage.About.Type["Accountability.".Length..]);

        LawOfFlow.Current.Stages.Select(stage => stage.Type).ShouldBe(stages.Keys.Except(["HumanTask"]), ignoreOrder: true);
        LawOfFlow.Current.Written.ShouldAllBe(written => stages[written.Stage].Outcomes.Contains(written.Outcome) && stages[written.Stage].Outputs.Contains(written.Output));
        LawOfFlow.Current.Orders.SelectMany(order => order.From.Concat(order.Without)).Where(happening => happening.Contains(':'))
            .ShouldAllBe(happening => stages[happening.Split(':', 2)[0]].Outcomes.Contains(happening.Split(':', 2)[1]));
    }

    [Fact]
    public void Every_rule_has_its_words_in_both_languages() =>
        LawOfFlow.Current.Orders.Select(order => order.Key).Concat(LawOfFlow.Current.Openings.Select(opening => opening.Key)).Distinct()
            .SelectMany(key => new[] { key + ".Reason", key + ".Remedy" }).SelectMany(key => new[] { "zh-CN", "en" }.Select(language => (key, language)))
            .Where(one => !Text.Exists(typeof(LawTexts), one.key, CultureInfo.GetCultureInfo(one.language))).ShouldBeEmpty();

    // Code that the compiler did not optimize takes up to twice as long.
    private static readonly bool isOptimized = typeof(StatutoryCheck).Assembly.GetCustomAttribute<DebuggableAttribute>() is not { IsJITOptimizerDisabled: true };

    // Of this thread alone: how busy the machine is otherwise is not what the test is about.
    private static double Seconds(Action act)
    {
        var before = OnTheProcessor();
        act();
        return (OnTheProcessor() - before).TotalSeconds;
    }

    private static TimeSpan OnTheProcessor() => File.Exists("/proc/thread-self/schedstat")
        ? TimeSpan.FromMicroseconds(long.Parse(File.ReadAllText("/proc/thread-self/schedstat").Split(' ')[0], CultureInfo.InvariantCulture) / 1000d)
        : TimeSpan.FromTicks(Stopwatch.GetTimestamp() * TimeSpan.TicksPerSecond / Stopwatch.Frequency);
}
