using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.CaseRunner.Tests;

public sealed class SchemaTests
{
    [Fact]
    public async Task The_committed_schema_is_what_the_reader_checks()
    {
        await using var said = new StringWriter();

        await Demo.RunAsync(["--schema"], said, said);

        var committed = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "case.schema.json"));
        said.ToString().ShouldBe(committed, "a stage, a form or a person changed: scripts/demo --schema > tests/cases/schema/case.schema.json");
    }

    [Fact]
    public async Task The_schema_knows_every_stage()
    {
        await using var said = new StringWriter();

        await Demo.RunAsync(["--schema"], said, said);

        foreach (var stage in new StageCatalog().All)
            said.ToString().ShouldContain($"\"const\": \"{SiteRecord.Short(stage.About.Type)}\"");
    }
}
