using System.Collections.Concurrent;
using System.Diagnostics;
using WorkflowAccountability.Procedure.Lawfulness;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Tests.Workflows;
using Xunit.Abstractions;

namespace WorkflowAccountability.Procedure.Tests.Lawfulness;

/// <summary>
/// Every single edit of a designer, of all shipped definitions, is checked; what passes is run by the engine, which shows none of it to be unlawful: a
/// sample of the different runs, or, with <c>ACCOUNTABILITY_EVERY_EDIT=1</c>, all of them and further.
/// </summary>
public sealed class EveryEditTests(ITestOutputHelper output)
{
    private static readonly StatutoryCheck check = new(new StageCatalog());
    private static readonly ParallelOptions onEachProcessor = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };
    private static readonly bool isWhole = Environment.GetEnvironmentVariable("ACCOUNTABILITY_EVERY_EDIT") is { Length: > 0 };

    [Theory]
    [InlineData("accountability-procedure", 8_000, 16)]
    [InlineData("superior-investigation", 50, 1)]
    [InlineData("supervision-order", 400, 4)]
    public void No_edit_that_the_engine_shows_to_be_unlawful_passes(string name, int atLeast, int step)
    {
        var clock = Stopwatch.StartNew();
        var mutants = Mutations.Of(ShippedDefinition.All.Single(shipped => shipped.Name == name).Json).ToList();
        var passing = new ConcurrentBag<(int At, string Edit, string Json)>();
        Parallel.For(0, mutants.Count, onEachProcessor, at =>
        {
            if (mutants[at].Json is var json && check.MayBePublished(json))
                passing.Add((at, mutants[at].Edit, json));
        });
        var checkedAfter = clock.Elapsed;
        var missed = new ConcurrentBag<string>(passing.Where(mutant => RunOracle.ActsWrongly(mutant.Json) is not null).Select(mutant => $"{mutant.Edit}: {RunOracle.ActsWrongly(mutant.Json)}"));
        // Deadlines, names and who is told move no token: what differs in nothing else is run once.
        var runs = passing.OrderBy(mutant => mutant.At).GroupBy(mutant => RunOracle.WhatRuns(mutant.Json)).Select(same => same.First()).ToList();
        Parallel.ForEach(runs.Where((_, at) => isWhole || at % step == 0), onEachProcessor, mutant =>
        {
            if (new RunOracle(isWhole ? 240 : 120).Breaks(mutant.Json) is { } broken)
                missed.Add($"{mutant.Edit}: {broken}");
        });

        output.WriteLine($"{name}: {mutants.Count} edits, {mutants.Count - passing.Count} refused in {checkedAfter.TotalSeconds:0} s; {passing.Count} pass, {runs.Count} different runs, "
            + $"of which the engine shows {missed.Count} to be unlawful, {clock.Elapsed.TotalSeconds:0} s in all");
        mutants.Count.ShouldBeGreaterThan(atLeast);
        missed.Order(StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void The_engine_shows_many_edits_to_be_unlawful_or_it_protects_nothing()
    {
        var mutants = Mutations.Of(ShippedDefinition.Accountability.Json).Where((_, at) => at % 157 == 0).ToList();

        var unlawful = mutants.Where(mutant => new RunOracle(mostStates: 120).Breaks(mutant.Json) is not null).ToList();

        unlawful.Count.ShouldBeGreaterThan(mutants.Count / 4);
        unlawful.Where(mutant => check.Check(mutant.Json).MayBePublished).Select(mutant => mutant.Edit).ShouldBeEmpty();
    }
}
