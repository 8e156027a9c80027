using System.Globalization;
using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Tests.Lawfulness;
using WorkflowAccountability.Procedure.Workflows;
using WorkflowAccountability.Procedure.Workflows.Comparing;

using static WorkflowAccountability.Procedure.Tests.Lawfulness.Mutations;

namespace WorkflowAccountability.Procedure.Tests.Workflows.Comparing;

/// <summary>What differs between two versions, as the legal office reads it.</summary>
public sealed class DefinitionDifferenceTests
{
    private static readonly StageCatalog stages = new();
    private static readonly DefinitionCatalog catalog = new(stages);
    private static readonly string procedure = ShippedDefinition.Accountability.Json;

    public DefinitionDifferenceTests() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");

    [Fact]
    public void A_version_that_says_the_same_differs_in_nothing_wherever_its_steps_are_drawn()
    {
        var moved = Changed("", "puts a step elsewhere on the drawing", chart => Activity(chart, "ApproveTeam")["metadata"]!["designer"]!["position"]!["x"] = 4711);

        Of(moved).IsNone.ShouldBeTrue();
        Of(moved).Conclusion.ToString().ShouldBe("没有删除办法规定的环节。");
    }

    [Fact]
    public void A_countersign_before_the_report_is_one_sentence()
    {
        var difference = Of(WithCountersign());

        Words(difference).ShouldBe(["新增环节“审计局会签”（审计机关、第十条第一句），在“提出处理建议”（组长同意）之后、“形成调查报告”之前。"]);
        difference.Roles.ShouldBe(["AUDIT"]);
        difference.Conclusion.ToString().ShouldBe("没有删除办法规定的环节。");
    }

    [Fact]
    public void The_same_is_said_in_English()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

        Words(Of(WithCountersign())).ShouldHaveSingleItem().ShouldNotContain("环节");
    }

    [Fact]
    public void Another_deadline_is_said_as_a_period_with_its_reminders() =>
        Words(Of(Changed("", "", chart => Activity(chart, "ApproveTeam")["deadline"] = Literal("String", "D07"))))
            .ShouldBe(["“批准调查组组成方案”的期限由“3个工作日（D05b）”改为“60日、30日（D07）”。", "“批准调查组组成方案”的提醒由“期满前2个工作日、期满当日”改为“视事件等级”。"]);

    [Fact]
    public void A_deadline_that_is_dropped_is_said_with_what_it_was() =>
        Words(Of(Changed("", "", chart => Activity(chart, "ApproveTeam").Remove("deadline")))).ShouldBe(["“批准调查组组成方案”取消期限，原为“3个工作日（D05b）”。"]);

    [Fact]
    public void Another_office_names_both() =>
        Words(Of(Changed("Review", "", chart => Activity(chart, "ReviewByGovernment")["role"] = Literal("String", "PARTY_COMMITTEE"))))
            .ShouldBe(["“州人民政府审查批准”的办理机关由“州人民政府”改为“州党委”。"]);

    [Fact]
    public void A_step_that_the_regulation_orders_is_missed_with_its_clause()
    {
        var difference = Of(Made("deletes ApproveTeam and connects what lay around it"));

        Words(difference)[0].ShouldStartWith("删除环节“批准调查组组成方案”");
        difference.Conclusion.ToString().ShouldBe("办法规定的环节被删除：“批准调查组组成方案”（第八条第二句）。");
    }

    [Fact]
    public void A_way_that_leads_elsewhere_says_where_it_led() =>
        Words(Of(Made("turns LaunchInvestigation (NotLaunched) → CloseCase to RegisterLead"))).ShouldBe(["“决定是否启动调查”（不启动）之后，由转“结案归档”改为转“登记线索”。"]);

    [Fact]
    public void A_way_that_is_removed_is_named() =>
        Words(Of(Made("removes ReportApproved (False) → ReturnForRevision"))).ShouldBe(["“是否均已批准？”（不成立）之后，不再转“退回修改，重新同时上报”。"]);

    [Fact]
    public void A_step_that_moves_is_one_sentence_and_not_six() =>
        Words(Of(Changed("", "", chart =>
        {
            Redirect(chart, "DetermineCauses", "SignedOff", "WeighGrounds");
            Redirect(chart, "WeighGrounds", "Weighed", "DefineResponsibility");
            Redirect(chart, "DefineResponsibility", "SignedOff", "ProposeHandling");
        }))).ShouldHaveSingleItem().ShouldContain("移到");

    [Fact]
    public void A_condition_is_said_as_it_was_and_as_it_is() =>
        Words(Of(Changed("", "", chart => Activity(chart, "ReportApproved")["condition"] = Script("Boolean", "getPartyApproved()"))))
            .ShouldBe(["“是否均已批准？”的条件由“脚本 getPartyApproved() && getGovernmentApproved()”改为“脚本 getPartyApproved()”。"]);

    [Fact]
    public void A_branch_that_is_taken_away_is_said_of_the_fork_and_of_the_way() =>
        Words(Of(Made("takes the branch 公开 from DecisionFork"))).ShouldBe(
            ["“批准后”的分支删去：公开。", "“批准后”（公开）之后，不再转“向社会公开调查报告”。"]);

    [Fact]
    public void What_is_said_of_an_output_names_the_variables() =>
        Words(Of(Made("unbinds supervisionStarted of DecideSupervision"))).ShouldBe(["“决定是否独立组成调查组”的“监察调查已启动”不再存入变量SupervisionStarted。"]);

    [Fact]
    public void Another_name_another_basis_and_another_way_of_merging_are_said()
    {
        Words(Of(Changed("", "", chart => Activity(chart, "ApproveTeam")["metadata"]!["displayText"] = "州政府审批方案"))).ShouldBe(["“批准调查组组成方案”更名为“州政府审批方案”。"]);
        Words(Of(Made("names 内部环节 as the basis of ApproveTeam"))).ShouldBe(["“批准调查组组成方案”的依据由“第八条第二句”改为“内部环节”。"]);
        Words(Of(Made("sets the merge mode of ApproveTeam to Race"))).ShouldBe(["“批准调查组组成方案”增设汇合方式：“Race”。"]);
    }

    [Fact]
    public void The_whole_says_its_name_its_variables_and_what_they_begin_with()
    {
        Words(Of(Changed("", "", _ => { }, root => root["name"] = "新程序"))).ShouldBe(["流程名称由“环境问题（事件）责任追究程序”改为“新程序”。"]);
        Words(Of(Changed("", "", _ => { }, root => Declare(root, "Own")))).ShouldBe(["增加变量Own。"]);
        Words(Of(Made("begins with Returned = true"))).ShouldHaveSingleItem().ShouldContain("变量Returned");
    }

    [Fact]
    public void A_step_that_was_deleted_and_drawn_again_is_the_same_step()
    {
        var redrawn = Changed("", "", chart =>
        {
            Copy(chart, "ApproveTeam", "a1b2c3");
            Redirect(chart, "ProposeTeam", "Proposed", "a1b2c3");
            Connect(chart, "a1b2c3", "Approved", "EstablishFacts");
            Connect(chart, "a1b2c3", "Returned", "ProposeTeam");
            Remove(chart, "ApproveTeam");
        });

        Of(redrawn).IsNone.ShouldBeTrue();
    }

    /// <summary>Whoever edits is told: there is no edit of a designer after which both versions are said to be the same, but those that change nothing.</summary>
    [Fact]
    public void No_edit_goes_unsaid_and_what_is_said_forwards_is_said_backwards_too()
    {
        var edits = Mutations.Of(procedure).Where((_, at) => at % 61 == 0).Concat(LawfulOf(procedure)).Select(mutant => (mutant.Edit, mutant.Json))
            .Where(edit => IsReadable(edit.Json) && !DefinitionDraft.SaysTheSame(edit.Json, procedure)).ToList();

        edits.Count.ShouldBeGreaterThan(100);
        var unsaid = edits.Where(edit => Of(edit.Json).IsNone || Between(edit.Json, procedure).IsNone).Select(edit => edit.Edit).ToList();
        unsaid.ShouldBeEmpty();
        edits.SelectMany(edit => Words(Of(edit.Json))).Where(words => words.Contains('{') && !words.Contains("脚本")).ShouldBeEmpty("a text without its value");
    }

    private static string WithCountersign() => Changed("", "adds a countersign", chart =>
    {
        Copy(chart, "EstablishFacts", "Countersign");
        var countersign = Activity(chart, "Countersign");
        countersign["type"] = "Accountability.SuperviseDuties";
        countersign["metadata"]!["displayText"] = "审计局会签";
        countersign["customProperties"]!["citation"] = "第十条第一句";
        countersign["role"] = Literal("String", "AUDIT");
        Redirect(chart, "ProposeHandling", "SignedOff", "Countersign");
        Connect(chart, "Countersign", "OpinionsGiven", "CompileReport");
    });

    private static string Changed(string path, string edit, Action<JsonObject> change, Action<JsonObject>? changeRoot = null) => Edit(procedure, path, edit, change, changeRoot).Json;

    private static string Made(string edit) => Mutations.Of(procedure).First(mutant => mutant.Edit == edit).Json;

    private static List<string> Words(DefinitionDifference difference) => [.. difference.Changes.Select(change => change.Words.ToString())];

    private static DefinitionDifference Of(string json) => Between(procedure, json);

    private static DefinitionDifference Between(string before, string after) => DefinitionDifference.Of(catalog.Reader.Read(before), catalog.Reader.Read(after), stages);

    private static bool IsReadable(string json)
    {
        try
        {
            return catalog.Reader.Read(json) is not null;
        }
        catch (InvalidWorkflowDefinitionException)
        {
            return false;
        }
    }
}
