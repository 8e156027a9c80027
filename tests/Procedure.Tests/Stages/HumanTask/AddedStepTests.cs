using System.Globalization;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Stages.HumanTask;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Stages.HumanTask;

public sealed class AddedStepTests
{
    private const string EveryKind = """
        审查意见｜多行文本｜必填｜说明：写明依据
        文号 | 文本
        涉及金额（万元）=amount | 金额 | 必填
        次数=times | number | required
        日期 | 日期
        结论 | 选择 | 选项：合法、不合法
        经办人 | 人员
        单位 | 单位
        附件 | 文件
        """;

    public AddedStepTests() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");

    [Fact]
    public void A_field_is_a_line_with_its_name_kind_and_whatever_else_is_said_of_it()
    {
        var (step, faults) = Read(fields: EveryKind);

        faults.ShouldBeEmpty();
        step.Fields.Select(field => (field.Key, field.Label, field.Kind, field.IsRequired)).ShouldBe(
        [
            ("审查意见", "审查意见", AddedKind.Paragraph, true), ("文号", "文号", AddedKind.Text, false), ("amount", "涉及金额（万元）", AddedKind.Money, true),
            ("times", "次数", AddedKind.Number, true), ("日期", "日期", AddedKind.Date, false), ("结论", "结论", AddedKind.Choice, false),
            ("经办人", "经办人", AddedKind.Person, false), ("单位", "单位", AddedKind.Unit, false), ("附件", "附件", AddedKind.File, false),
        ]);
        step.Fields[0].Help.ShouldBe("写明依据");
        step.Fields[5].Choices.ShouldBe(["合法", "不合法"]);
        step.Outcomes.ShouldBe([AddedStep.Done]);
    }

    [Theory]
    [InlineData("意见|数目", "fields[1].kind", "不认识类型“数目”")]
    [InlineData("甲|文本\n\n|文本", "fields[3].name", "没有写名称")]
    [InlineData("意见=1st|文本", "fields[1].key", "代号“1st”不能使用")]
    [InlineData("结果=Outcome|文本", "fields[1].key", "不能使用")]
    [InlineData("意见|文本|大约", "fields[1]", "不认识“大约”")]
    [InlineData("结论|选择", "fields[1].choices", "要写2到50个选项")]
    [InlineData("意见|文本|选项：甲、乙", "fields[1].choices", "只有“选择”")]
    [InlineData("甲|文本\n甲|数字", "fields", "“甲”出现不止一次")]
    public void A_field_that_cannot_be_asked_is_named_by_its_place_and_what_is_wrong(string fields, string path, string words)
    {
        var fault = Read(fields).Faults.ShouldHaveSingleItem();

        fault.Path.ShouldBe(path);
        fault.Message.ToString().ShouldContain(words);
        fault.Message.In(CultureInfo.GetCultureInfo("en")).ShouldNotBe(fault.Message.Key);
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        var (_, faults) = AddedStepReader.Read(input => input switch { "clause" => "第九十九条", "outcomes" => """["同意", "同意", ""]""", "fields" => "甲|乙", _ => null });

        faults.Select(fault => fault.Path).ShouldBe(["title", "clause", "fields[1].kind", "outcomes[3]", "outcomes"], ignoreOrder: true);
        AddedStepReader.Read(input => input == "title" ? "会签" : null).Faults.ShouldHaveSingleItem().Path.ShouldBe("reason", "an internal step says why it is there");
    }

    [Fact]
    public void What_is_typed_is_bound_validated_kept_and_read_again_as_it_was()
    {
        var step = Read(EveryKind, "同意", "退回").Step;
        var binding = FormBinder.Bind(HumanTaskForm.PlanOf(step), Posted(("审查意见", "依据充分。"), ("amount", "12.50"), ("times", "3"), ("日期", "2026-03-02"),
            ("结论", "合法"), ("附件[0]", "f1"), ("附件[1]", "f2"), ("Outcome", "同意")));

        binding.Errors.ShouldBeEmpty();
        var json = FormJsonText.Write(binding.Form!);
        var read = (HumanTaskForm)FormJsonText.Read(json, typeof(HumanTaskForm));
        read.Answers.ToJsonString(FormJsonText.Options).ShouldBe("""{"审查意见":"依据充分。","amount":12.50,"times":3,"日期":"2026-03-02","结论":"合法","附件":["f1","f2"]}""");
        read.Leaves.ShouldBe("同意");
        new FormValues(read).Fields.ShouldContain(KeyValuePair.Create("附件[1]", "f2"));
        FormJsonText.Write(read).ShouldBe(json);
    }

    [Fact]
    public void What_is_missing_or_cannot_be_is_said_beside_its_field()
    {
        var step = Read(EveryKind, "同意", "退回").Step;
        var binding = FormBinder.Bind(HumanTaskForm.PlanOf(step), Posted(("审查意见", ""), ("amount", "12.505"), ("times", "drei"), ("日期", "2026-02-30"),
            ("结论", "也许"), ("Outcome", "弃权"), ("Foreign", "x")));

        binding.Form.ShouldBeNull();
        binding.Errors.Select(error => (error.Path, error.Message.Key)).ShouldBe(
        [
            ("审查意见", "Error.Required"), ("amount", "Error.Format"), ("times", "Error.Decimal"), ("日期", "Error.DateOnly"), ("结论", "Error.Choice"),
            ("Outcome", "Error.Choice"), ("Foreign", "Error.UnknownField"),
        ], ignoreOrder: true);
    }

    [Fact]
    public void A_person_out_of_office_and_a_unit_of_the_past_are_refused_in_words()
    {
        var (matter, stage) = (new ACase(), new HumanTaskStage(Read(EveryKind).Step));
        var context = matter.Enter(new StageInputs("LEGAL_OFFICE") { Step = Read(EveryKind).Step });
        var form = new HumanTaskForm { Step = context.Inputs.Step!, Answers = { ["经办人"] = "nobody", ["单位"] = "no-such-unit" } };

        matter.Refusals(stage, context, "form", form).ShouldBe(["内部环节 Person.Reason", "内部环节 Unit.Reason"]);
    }

    [Fact]
    public void Whoever_is_named_does_it_and_his_office_where_he_is_under_inquiry()
    {
        var (matter, stage) = (new ACase(), new HumanTaskStage(Read("").Step));
        var inputs = new StageInputs("GOVERNMENT") { PersonId = "gov-li", OrganisationId = "gov", Step = Read("").Step, Within = new Period(2, PeriodUnit.WorkingDay) };

        var named = stage.Enter(matter.Enter(inputs)).Single();
        var stoodIn = stage.Enter(matter.Enter(inputs with { PersonId = "nobody" })).Single();

        named.To.KeyIn("c").ShouldBe("person:gov-li");
        stoodIn.To.KeyIn("c").ShouldBe("role:GOVERNMENT@gov");
        (inputs.Timed(named).Deadline, inputs.Timed(named).Period!.ToString()).ShouldBe(("D00", "2个工作日"));
    }

    [Fact]
    public void It_is_left_by_the_chosen_way_with_its_answers()
    {
        var step = Read("意见|多行文本", "同意", "退回修改").Step;
        var (matter, stage) = (new ACase(), new HumanTaskStage(step));
        var context = matter.Enter(new StageInputs("LEGAL_OFFICE") { Step = step });

        var left = (StageStep.Leaving)matter.Submit(stage, context, "form", new HumanTaskForm { Step = step, Outcome = "退回修改", Answers = { ["意见"] = "请补正。" } });

        left.Outcome.ShouldBe("退回修改");
        ((System.Text.Json.Nodes.JsonObject)left.Outputs["answers"]!)["意见"]!.ToString().ShouldBe("请补正。");
        stage.SendsBack(left).ShouldBeTrue();
        stage.WaysBack(matter.File, "form", "请补正。").ShouldHaveSingleItem().Key.ShouldBe("退回修改");
    }

    private static (AddedStep Step, IReadOnlyList<StepFault> Faults) Read(string fields, params string[] outcomes) => AddedStepReader.Read(input => input switch
    {
        "title" => "法制会签", "reason" => "州领导要求。", "fields" => fields,
        "outcomes" => outcomes.Length == 0 ? null : System.Text.Json.JsonSerializer.Serialize(outcomes),
        _ => null,
    });

    private static IEnumerable<KeyValuePair<string, string>> Posted(params (string Name, string Value)[] fields) => fields.Select(field => KeyValuePair.Create(field.Name, field.Value));
}
