using System.Text.Json.Nodes;

namespace WorkflowAccountability.Web.Tests.Site;

/// <summary>An answer of the designer's API.</summary>
/// <param name="Said">What is to be told beside the answer.</param>
public sealed record JsonAnswer(int Status, string? MediaType, string Text, string? Said)
{
    /// <summary>The ids of the activities that findings are about.</summary>
    public IReadOnlyList<string> WarnedAt { get; init; } = [];

    /// <summary>The body.</summary>
    public JsonNode Json => JsonNode.Parse(Text)!;

    /// <summary>Every reason of a refusal.</summary>
    public string Refusal => string.Join(' ', Json["errors"]?.AsObject().SelectMany(each => each.Value!.AsArray()).Select(word => (string)word!) ?? []);
}
