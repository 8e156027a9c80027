using System.Text;
using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Engine.Execution;
using WorkflowAccountability.Engine.Instances;

namespace WorkflowAccountability.Engine.Tests.Fuzz;

[Collection("alone, because it measures time")]
public sealed class HostileDefinitionTests
{
    private static readonly ActivityRegistry registry = ActivityRegistry.WithWaits();

    public static TheoryData<string> Names() => [.. hostile.Keys];

    private static readonly Dictionary<string, Func<string>> hostile = new()
    {
        ["a hundred megabytes"] = () => new string(' ', 100 * 1024 * 1024),
        ["a million activities"] = () => Enveloped(string.Join(',', Enumerable.Repeat("{\"type\":\"Elsa.WriteLine\"}", 1_000_000))),
        ["a hundred thousand activities"] = () => Enveloped(string.Join(',', Enumerable.Repeat("{\"type\":\"Elsa.WriteLine\"}", 100_000))),
        ["ten thousand deep"] = () => Repeated("{\"root\":{\"type\":\"Elsa.Sequence\",\"activities\":[", 1) + Repeated("{\"type\":\"Elsa.Sequence\",\"activities\":[", 10_000),
        ["ten thousand lists deep"] = () => "{\"root\":" + Repeated("[", 10_000) + Repeated("]", 10_000) + "}",
        ["truncated"] = () => Enveloped("{\"type\":\"Elsa.WriteLine\"}")[..80],
        ["no object"] = () => "[1]",
        ["nothing"] = () => "",
        ["a member twice"] = () => "{\"id\":\"a\",\"id\":\"b\"}",
        ["one id a thousand times"] = () => Enveloped(string.Join(',', Enumerable.Repeat("{\"id\":\"a\",\"type\":\"Elsa.WriteLine\"}", 1_000))),
        ["a thousand unknown types"] = () => Enveloped(string.Join(',', Enumerable.Range(0, 1_000).Select(at => $"{{\"id\":\"a{at}\",\"type\":\"Acme.T{at}\"}}"))),
        ["a thousand unknown languages"] = () => Enveloped(string.Join(',', Enumerable.Range(0, 1_000)
            .Select(at => $"{{\"id\":\"a{at}\",\"type\":\"Elsa.WriteLine\",\"text\":{{\"typeName\":\"String\",\"expression\":{{\"type\":\"Python\",\"value\":\"x\"}}}}}}"))),
        ["a fork of a hundred thousand branches"] = () => Enveloped(
            "{\"id\":\"f\",\"type\":\"Elsa.FlowFork\",\"branches\":{\"typeName\":\"List<String>\",\"expression\":{\"type\":\"Object\",\"value\":"
            + JsonValue.Create("[" + string.Join(',', Enumerable.Range(0, 100_000).Select(at => $"\"b{at}\"")) + "]").ToJsonString() + "}}}"),
        ["fifty thousand variables"] = () => Enveloped("", variables: string.Join(',', Enumerable.Range(0, 50_000).Select(at => $"{{\"name\":\"v{at}\"}}"))),
        ["everything connected with everything"] = () => Tangle(250),
        ["fifty thousand connections in a circle of thousands"] = () => Circle(4_000, 50_000),
        ["a text of four megabytes for a script"] = () => Enveloped(
            "{\"type\":\"Elsa.WriteLine\",\"text\":{\"typeName\":\"String\",\"expression\":{\"type\":\"JavaScript\",\"value\":\"" + new string('1', 4_000_000) + "\"}}}"),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hostile_definition_is_refused_within_a_second_of_processor_time_with_the_place_of_each_fault(string name)
    {
        var json = hostile[name]();
        var before = Environment.CpuUsage.TotalTime;

        var faults = Should.Throw<InvalidWorkflowDefinitionException>(() => new WorkflowDefinitionReader(registry).Read(json)).Faults;

        (Environment.CpuUsage.TotalTime - before).ShouldBeLessThan(TimeSpan.FromSeconds(1));
        faults.ShouldNotBeEmpty();
        faults.ShouldAllBe(fault => fault.StartsWith('$'));
        faults.Sum(fault => fault.Length).ShouldBeLessThan(500_000, "somebody has to read it");
    }

    [Fact]
    public void A_loop_without_a_wait_ends_as_an_incident_within_a_second_of_processor_time()
    {
        var definition = Chart.Of("a:Elsa.WriteLine", "b:Elsa.WriteLine", "a -> b", "b -> a");
        new Run(definition).State.Incidents.ShouldHaveSingleItem();
        var before = Environment.CpuUsage.TotalTime;

        var burst = new WorkflowRunner().Start(definition, "instance", input: null, Run.Start);

        (Environment.CpuUsage.TotalTime - before).ShouldBeLessThan(TimeSpan.FromSeconds(1));
        burst.State.Incidents.ShouldHaveSingleItem().Message.ShouldContain("without coming to a wait");
    }

    [Fact]
    public void A_value_of_ten_megabytes_is_refused_at_the_start_and_at_a_wait_and_is_an_incident_in_a_variable()
    {
        var huge = new JsonObject { ["Amount"] = new string('x', 10 * 1024 * 1024) };
        var waits = Chart.Of("A:Test.Wait");
        var grows = Chart.Read(Chart.Json(Chart.Flow("root", Chart.With("A", "Elsa.SetVariable", "value", "JavaScript", "var s = getText(); return s + s;") is var set && Named(set) ? set : set, "A -> A"),
            [new JsonObject { ["name"] = "Text", ["typeName"] = "String", ["value"] = new string('x', 20_000) }]));

        Should.Throw<ValueTooLargeException>(() => new WorkflowRunner().Start(waits, "instance", huge, Run.Start));
        var run = new Run(waits);
        Should.Throw<ValueTooLargeException>(() => new WorkflowRunner().Resume(waits, run.State, run.At("A").Id, huge, Run.Start));
        run.State.Bookmarks.ShouldHaveSingleItem("what was refused changed nothing");
        new Run(grows).State.Incidents.ShouldHaveSingleItem().ActivityId.ShouldBe("A");
    }

    [Fact]
    public void A_bookmark_that_was_used_that_another_instance_has_or_that_somebody_made_up_is_answered_as_unknown()
    {
        var definition = Chart.Of("A:Test.Wait", "B:Test.Wait", "A -> B");
        var runner = new WorkflowRunner();
        var (one, other) = (runner.Start(definition, "one", input: null, Run.Start).State, runner.Start(definition, "other", input: null, Run.Start).State);
        var used = one.Bookmarks[0].Id;
        var next = runner.Resume(definition, one, used, input: null, Run.Start).State;
        var before = next.ToJson();

        foreach (var forged in (string[])[used, other.Bookmarks[0].Id, "0123456789abcdef", "", "\0", new string('f', 10_000)])
            Should.Throw<UnknownBookmarkException>(() => runner.Resume(definition, next, forged, input: null, Run.Start)).InstanceId.ShouldBe("one");
        next.ToJson().ShouldBe(before);
        next.Status.ShouldBe(WorkflowStatus.Running);
    }

    private static bool Named(JsonObject set)
    {
        set["variable"] = new JsonObject { ["name"] = "Text" };
        return true;
    }

    private static string Enveloped(string activities, string connections = "", string variables = "") =>
        "{\"id\":\"v\",\"definitionId\":\"d\",\"name\":\"n\",\"version\":1,\"variables\":[" + variables + "],\"root\":{\"id\":\"root\",\"type\":\"Elsa.Flowchart\",\"activities\":["
        + activities + "],\"connections\":[" + connections + "]}}";

    private static string Tangle(int size) => Enveloped(Activities(size), string.Join(',',
        from source in Enumerable.Range(0, size) from target in Enumerable.Range(0, size) where source != target select Connection(source, target)));

    private static string Circle(int size, int count)
    {
        var random = new Random(1);
        return Enveloped(Activities(size), string.Join(',', Enumerable.Range(0, size).Select(at => Connection(at, (at + 1) % size))
            .Concat(Enumerable.Range(0, count - size).Select(_ => Connection(random.Next(size), random.Next(size)))).Distinct()));
    }

    private static string Activities(int size) => string.Join(',', Enumerable.Range(0, size).Select(at => $"{{\"id\":\"a{at}\",\"type\":\"Elsa.WriteLine\"}}"));

    private static string Connection(int source, int target) => $"{{\"source\":\"a{source}\",\"target\":\"a{target}\"}}";

    private static string Repeated(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();
}
