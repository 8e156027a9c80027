using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Snapshooter.Xunit;
using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Engine.Activities.Descriptions;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Engine.Tests.Activities;

public sealed class ActivityDescriptionTests
{
    private static readonly CultureInfo chinese = CultureInfo.GetCultureInfo("zh-CN"), english = CultureInfo.GetCultureInfo("en");

    private static readonly JsonSerializerOptions asStudioReads = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private static readonly IReadOnlyCollection<ActivityDescriptor> all = ActivityRegistry.WithWaits().Descriptors;

    [Fact]
    public void All_types_in_both_languages()
    {
        var text = new StringBuilder();
        foreach (var descriptor in all)
            text.Append(Shown(ActivityDescription.Of(descriptor, chinese), ActivityDescription.Of(descriptor, english)));

        Snapshot.Match(text.ToString());
    }

    [Fact]
    public void Every_name_and_help_is_said_in_both_languages_and_no_word_of_the_other_is_left()
    {
        var said = all.SelectMany(descriptor => Words(ActivityDescription.Of(descriptor, chinese))).ToList();
        var inEnglish = all.SelectMany(descriptor => Words(ActivityDescription.Of(descriptor, english))).ToList();

        said.Count.ShouldBeGreaterThan(150, "the test must see the words, or it protects nothing");
        said.Where(word => !word.Words.Any(letter => letter is >= '\u4e00' and <= '\u9fff')).ShouldBeEmpty();
        inEnglish.Where(word => word.Words.Length == 0 || word.Words.Any(letter => letter > 127)).ShouldBeEmpty();
        said.Select(word => word.Key).ShouldBe(inEnglish.Select(word => word.Key));
    }

    [Fact]
    public void A_workflow_that_may_be_used_as_an_activity_is_described_by_its_own_words()
    {
        var library = new WorkflowLibrary();
        library.Add("""
            {"id": "v2", "definitionId": "d", "name": "Add up", "description": "Adds.", "version": 2, "isPublished": true, "outcomes": ["Good"],
              "options": {"usableAsActivity": true, "activityCategory": "Sums"},
              "inputs": [{"name": "First", "type": "Int32", "displayName": "The first", "uiHint": "single-line"}],
              "outputs": [{"name": "Sum", "type": "Int32"}], "root": {"type": "Elsa.Sequence"}}
            """);

        var described = ActivityDescription.Of(library.Descriptors.ShouldHaveSingleItem(), chinese);

        described.ShouldSatisfyAllConditions(
            () => described.TypeName.ShouldBe("AddUp"),
            () => (described.DisplayName, described.Description, described.Category, described.Version).ShouldBe(("Add up", "Adds.", "Sums", 2)),
            () => described.Inputs.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
                input => (input.Name, input.DisplayName, input.UiHint, input.IsSynthetic).ShouldBe(("First", "The first", "singleline", true))),
            () => described.Ports.Select(port => port.Name).ShouldBe(["Good", "Done"]),
            () => described.ConstructionProperties["workflowDefinitionVersionId"].ShouldBe("v2"));
    }

    [BesideTheProject("engine/elsa-recorded/008-desc-activities.json")]
    public void What_the_designer_is_told_has_the_shape_and_the_properties_that_a_recorded_server_tells()
    {
        var recorded = JsonNode.Parse(File.ReadAllText(BesideTheProjectAttribute.Find("engine/elsa-recorded/008-desc-activities.json")!))!
            ["response"]!["body"]!["items"]!.AsArray().ToDictionary(item => item!["typeName"]!.ToString(), item => (JsonObject)item!);
        string[] ours = ["startNewTrace", "channelName"];

        all.Count.ShouldBeGreaterThan(30, "the test must see the types, or it protects nothing");
        var differences =
            from descriptor in all
            let mine = (JsonObject)JsonSerializer.SerializeToNode(ActivityDescription.Of(descriptor, english), asStudioReads)!
            let theirs = recorded[descriptor.TypeName]
            from difference in Differences(mine, theirs)
            where !ours.Any(name => difference.EndsWith(name, StringComparison.OrdinalIgnoreCase))
            select $"{descriptor.TypeName}: {difference}";
        differences.ShouldBeEmpty();
    }

    // The embedded Start of a flowchart is not offered, and its root is not either.
    private static IEnumerable<string> Differences(JsonObject mine, JsonObject theirs)
    {
        foreach (var key in (string[])["version", "kind", "isContainer", "isStart", "isTerminal", "isBrowsable", "namespace", "name"])
            if (mine[key]?.ToString() != theirs[key]?.ToString())
                yield return $"{key} {mine[key]} instead of {theirs[key]}";
        foreach (var list in (string[])["inputs", "outputs", "ports"])
        {
            var (here, there) = (Items(mine, list), Items(theirs, list));
            foreach (var (name, item) in there.Where(item => item.Value["isBrowsable"]?.GetValue<bool>() != false))
                if (!here.TryGetValue(name, out var same))
                    yield return $"{list} lack {name}";
                else
                    foreach (var key in (string[])["isWrapped", "type", "defaultValue"])
                        if (item[key] is { } value && same[key]?.ToString() != value.ToString())
                            yield return $"{list} {name}: {key} {same[key]} instead of {value}";
            foreach (var name in here.Keys.Where(name => !there.ContainsKey(name)))
                yield return $"{list} have {name}";
        }
        foreach (var (key, _) in theirs.Where(member => member.Key is not ("clrType" or "description")))
            if (!mine.ContainsKey(key))
                yield return $"lacks {key}";
    }

    private static Dictionary<string, JsonObject> Items(JsonObject descriptor, string list) =>
        descriptor[list]!.AsArray().ToDictionary(item => item!["name"]!.ToString(), item => (JsonObject)item!);

    private static string Shown(ActivityDescription zh, ActivityDescription en)
    {
        var flags = string.Concat(zh.IsContainer ? " container" : "", zh.IsStart ? " start" : "", zh.IsTerminal ? " terminal" : "", zh.IsBrowsable ? "" : " hidden");
        var text = new StringBuilder($"{zh.TypeName} {zh.Kind}{flags}  {zh.Category} / {en.Category}\n  {zh.DisplayName}: {zh.Description}\n  {en.DisplayName}: {en.Description}\n");
        foreach (var (input, other) in zh.Inputs.Zip(en.Inputs))
            text.Append(CultureInfo.InvariantCulture, $"    in  {input.Name} {input.TypeName} {input.UiHint}{(input.IsWrapped ? "" : " bare")}  {input.DisplayName}: {input.Description}  {other.DisplayName}: {other.Description}{Choices(input, other)}\n");
        foreach (var (output, other) in zh.Outputs.Zip(en.Outputs))
            text.Append(CultureInfo.InvariantCulture, $"    out {output.Name} {output.TypeName}  {output.DisplayName}: {output.Description}  {other.DisplayName}: {other.Description}\n");
        foreach (var (port, other) in zh.Ports.Zip(en.Ports))
            text.Append(CultureInfo.InvariantCulture, $"    {(port.Type == "Flow" ? "way" : "has")} {port.Name}  {port.DisplayName} / {other.DisplayName}\n");
        return text.ToString();
    }

    private static string Choices(InputDescription zh, InputDescription en) => !zh.UiSpecifications.TryGetValue(zh.UiHint, out var choices) ? ""
        : $"\n          {string.Join(", ", Texts(choices))}\n          {string.Join(", ", Texts(en.UiSpecifications[en.UiHint]))}";

    private static IEnumerable<string> Texts(JsonNode choices) =>
        (choices["selectList"]?["items"]?.AsArray() ?? []).Select(choice => $"{choice!["value"]} {choice["text"]}");

    private static IEnumerable<(string Key, string Words)> Words(ActivityDescription described) =>
    [
        ($"{described.TypeName}.category", described.Category), ($"{described.TypeName}.name", described.DisplayName), ($"{described.TypeName}.help", described.Description),
        .. described.Inputs.SelectMany(input => ((string, string)[])[($"{described.TypeName}.{input.Name}", input.DisplayName), ($"{described.TypeName}.{input.Name}.help", input.Description)]),
        .. described.Outputs.SelectMany(output => ((string, string)[])[($"{described.TypeName}.{output.Name}", output.DisplayName), ($"{described.TypeName}.{output.Name}.help", output.Description)]),
        .. described.Ports.Select(port => ($"{described.TypeName}.{port.Name}", port.DisplayName)),
    ];
}
