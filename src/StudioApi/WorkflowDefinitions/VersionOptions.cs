using System.Globalization;
using WorkflowAccountability.Engine.Designer;

namespace WorkflowAccountability.StudioApi.WorkflowDefinitions;

/// <summary>Elsa's way to say which versions are meant: <c>Latest</c>, <c>Published</c>, <c>LatestOrPublished</c>, a number; nothing or <c>AllVersions</c> for all.</summary>
internal static class VersionOptions
{
    public static IEnumerable<DefinitionSummary> Chosen(this IEnumerable<DefinitionSummary> versions, string? options) => versions.Where(version => options switch
    {
        null or "" or "AllVersions" => true,
        "Latest" => version.IsLatest,
        "Published" => version.IsPublished,
        "LatestOrPublished" or "LatestAndPublished" => version.IsLatest || version.IsPublished,
        _ => int.TryParse(options, CultureInfo.InvariantCulture, out var number) && version.Version == number,
    });
}
