using System.Text.RegularExpressions;
using Snapshooter.Xunit;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Architecture.Tests;

public sealed partial class StageTests
{
    private static readonly IReadOnlyList<Stage> Stages = new StageCatalog().All;

    [Fact]
    public void All_stages() => Snapshot.Match(string.Join('\n', Stages.Select(stage =>
        $"{stage.About.Type}  {stage.About.Citation}{(stage.About.Walled ? "  walled" : "")}\n"
        + $"  forms     {string.Join(", ", stage.Forms.Select(form => form.Name))}\n"
        + $"  outcomes  {string.Join(", ", stage.Outcomes)}\n"
        + (stage.Outputs.Count == 0 ? "" : $"  outputs   {string.Join(", ", stage.Outputs)}\n"))));

    [Fact]
    public void Every_stage_lies_in_a_folder_of_its_own_that_is_named_like_its_type()
    {
        var misplaced = Stages.Where(stage => stage.About.Type["Accountability.".Length..] is var name && (stage.GetType().Name != name + "Stage"
            || stage.GetType().Namespace != $"WorkflowAccountability.Procedure.Stages.{name}"
            || !Repository.Files.Contains(new SourceFile($"src/Procedure/Stages/{name}/{name}Stage.cs"))));

        Stages.Count.ShouldBeGreaterThan(10, "the test must see the stages, or it protects nothing");
        misplaced.Select(stage => stage.GetType().FullName).ShouldBeEmpty("Stages/<Name>/<Name>Stage.cs is [Stage(\"Accountability.<Name>\")]");
    }

    [Fact]
    public void The_files_of_the_procedure_that_name_the_engine_are_these() =>
        Snapshot.Match(string.Join('\n', NamingTheEngine().Select(file => file.Path)));

    [Fact]
    public void No_stage_names_the_engine() => NamingTheEngine().Where(file => StageFolder().IsMatch(file.Path)).Select(file => file.Path)
        .ShouldBeEmpty("a stage is free of the engine; what it needs of it, StageActivity and the command runner give");

    private static IEnumerable<SourceFile> NamingTheEngine() => Repository.In("src/Procedure")
        .Where(file => Path.GetExtension(file.Path) is ".cs" or ".razor" && file.Matches(EngineName()));

    [GeneratedRegex(@"\bEngine\.(Activities|Bookmarks|Definitions|Execution|Expressions|Instances|Journal)\b")]
    private static partial Regex EngineName();

    [GeneratedRegex("^src/Procedure/Stages/[^/]+/")]
    private static partial Regex StageFolder();
}
