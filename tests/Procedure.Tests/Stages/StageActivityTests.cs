using System.Globalization;
using Snapshooter.Xunit;
using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Engine.Activities.Descriptions;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.Tests.Stages;

public sealed class StageActivityTests
{
    private static readonly IReadOnlyList<ActivityDescriptor> stages = [.. new StageCatalog().Activities().Descriptors
        .Where(descriptor => descriptor.TypeName.StartsWith("Accountability.", StringComparison.Ordinal))];

    [Fact]
    public void The_designer_shows_every_stage_in_both_languages()
    {
        var (zh, en) = (CultureInfo.GetCultureInfo("zh-CN"), CultureInfo.GetCultureInfo("en"));
        var shown = stages.Select(stage => (Zh: ActivityDescription.Of(stage, zh), En: ActivityDescription.Of(stage, en)));

        Snapshot.Match(string.Join('\n', shown.Select(stage =>
            $"{stage.Zh.TypeName}  {stage.Zh.Category} / {stage.En.Category}\n  {stage.Zh.DisplayName} / {stage.En.DisplayName}  {stage.Zh.Description}\n"
            + string.Concat(stage.Zh.Outputs.Zip(stage.En.Outputs).Select(output => $"    out {output.First.Name}  {output.First.DisplayName} / {output.Second.DisplayName}\n"))
            + string.Concat(stage.Zh.Ports.Zip(stage.En.Ports).Select(port => $"    way {port.First.Name}  {port.First.DisplayName} / {port.Second.DisplayName}\n")))));
    }

    [Fact]
    public void Roles_and_deadlines_are_chosen_by_name()
    {
        var chinese = ActivityDescription.Of(stages[0], CultureInfo.GetCultureInfo("zh-CN")).Inputs;

        chinese.Select(input => (input.Name, input.DisplayName)).ShouldBe([("Role", "办理机关"), ("SecondRole", "第二办理机关"), ("Deadline", "期限"), ("Days", "期限天数"), ("DayUnit", "计算单位"), ("Calendar", "日历"), ("Reminders", "到期前提醒"), ("EscalateTo", "逾期告知")]);
        chinese[0].UiSpecifications["dropdown"]["selectList"]!["items"]![0]!["text"]!.ToString().ShouldBe("州人民政府");
        chinese[2].UiSpecifications["dropdown"]["selectList"]!["items"]!.AsArray().Select(item => item!["text"]!.ToString()).ShouldContain("D04 启动决定");
    }
}
