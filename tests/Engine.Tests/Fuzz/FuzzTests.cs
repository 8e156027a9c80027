using System.Globalization;
using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Engine.Execution;
using WorkflowAccountability.Engine.Instances;

namespace WorkflowAccountability.Engine.Tests.Fuzz;

/// <summary>Spoilt definitions: 2,000 of them, or as many as <c>ACCOUNTABILITY_FUZZ</c> says.</summary>
[Collection("alone, because it measures time")]
public sealed class FuzzTests
{
    private static readonly int count = int.Parse(Environment.GetEnvironmentVariable("ACCOUNTABILITY_FUZZ") ?? "2000", CultureInfo.InvariantCulture);
    private static readonly ActivityRegistry registry = ActivityRegistry.WithWaits();
    private static readonly WorkflowRunnerOptions few = new() { MaxSteps = 300, FaultsAsDefined = true, Scripts = new() { Statements = 5_000, Time = TimeSpan.FromMilliseconds(200) } };

    [Fact]
    public void A_spoilt_definition_is_refused_with_its_faults_or_runs_and_is_given_out_as_it_was()
    {
        var seeds = Seeds();
        var (refused, ran) = (0, 0);
        var slowest = (Time: TimeSpan.Zero, Number: 0);
        for (var number = 1; number <= count; number++)
        {
            var (definition, loaded) = seeds[number % seeds.Count];
            var text = new Mutation(number).Of(definition);
            var before = Environment.CpuUsage.TotalTime;
            try
            {
                if (Survives(text, loaded))
                    ran++;
                else
                    refused++;
            }
            catch (Exception fault) when (fault is not ShouldAssertException)
            {
                throw new InvalidOperationException($"number {number}: {text}", fault);
            }
            var spent = Environment.CpuUsage.TotalTime - before;
            if (spent > slowest.Time)
                slowest = (spent, number);
        }

        slowest.Time.ShouldBeLessThan(TimeSpan.FromSeconds(1), $"number {slowest.Number} took that much processor time");
        refused.ShouldBeGreaterThan(count / 5, "the test must spoil something, or it protects nothing");
        ran.ShouldBeGreaterThan(count / 5, "and leave something, or it protects nothing");
    }

    private static bool Survives(string text, IReadOnlyList<string> loaded)
    {
        var library = new WorkflowLibrary();
        foreach (var other in loaded)
            library.Add(other);
        ImportedDefinition imported;
        try
        {
            imported = DefinitionDocument.Import(text, registry, library);
        }
        catch (InvalidWorkflowDefinitionException refused)
        {
            refused.Faults.ShouldAllBe(fault => fault.StartsWith('$'));
            return false;
        }
        JsonNode.DeepEquals(JsonNode.Parse(DefinitionDocument.Export(imported.Json)), Restored(text)).ShouldBeTrue(text);
        var shown = DesignerForm.Of(imported.Json, registry, library);
        DesignerForm.Of(DesignerForm.Take(shown, imported.Json), registry, library).ShouldNotBeNull();
        PlainDefinition.Of(imported.Json, registry);
        try
        {
            var definition = new WorkflowDefinitionReader(registry, library).Read(imported.Json);
            // A script where nothing is read, such as a misspelt member, is reported and does no harm.
            imported.Report.ShouldAllBe(finding => finding.Reason == ImportReason.ScriptLanguage, $"what never runs here must not be read as sound: {text}");
            Run(definition);
            return true;
        }
        catch (InvalidWorkflowDefinitionException refused)
        {
            refused.Faults.ShouldNotBeEmpty();
            refused.Faults.ShouldAllBe(fault => fault.StartsWith('$'));
            return false;
        }
    }

    private static void Run(WorkflowDefinition definition)
    {
        var runner = new WorkflowRunner(few);
        var state = runner.Start(definition, "instance", input: null, Tests.Run.Start).State;
        for (var waits = 0; waits < 5 && state.Status == WorkflowStatus.Running && state.Bookmarks.Count > 0; waits++)
        {
            WorkflowState.Parse(state.ToJson()).ToJson().ShouldBe(state.ToJson());
            state = runner.Resume(definition, WorkflowState.Parse(state.ToJson()), state.Bookmarks[0].Id, input: null, Tests.Run.Start.AddHours(waits + 1)).State;
        }
    }

    // What the text itself says was not found elsewhere is known here, or kept.
    private static JsonNode? Restored(string text) => JsonNode.Parse(DefinitionDocument.Export(text));

    private static List<(JsonNode Definition, IReadOnlyList<string> Loaded)> Seeds()
    {
        var scenarios = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Scenarios"), "*.json").Order(StringComparer.Ordinal).Select(file => JsonNode.Parse(File.ReadAllText(file))!);
        var seeds = scenarios.Select(scenario => (scenario["definition"]!, (IReadOnlyList<string>)[.. (scenario["load"] as JsonArray ?? []).Select(other => other!.ToJsonString())])).ToList();
        seeds.Count.ShouldBeGreaterThan(50);
        return seeds;
    }
}
