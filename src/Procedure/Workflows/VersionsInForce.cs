using WorkflowAccountability.Engine.Definitions;

namespace WorkflowAccountability.Procedure.Workflows;

/// <summary>Which version is in force: of those that are published and whose day has come, the newest.</summary>
public static class VersionsInForce
{
    /// <summary>The versions of a definition that may be used on a day, the one in force first.</summary>
    public static IQueryable<WorkflowDefinitionVersion> InForce(this IQueryable<WorkflowDefinitionVersion> versions, string definitionId, DateOnly day) =>
        versions.Where(row => row.DefinitionId == definitionId).Begun(day).OrderByDescending(row => row.Version);

    /// <summary>Those that are published and whose day has come.</summary>
    public static IQueryable<WorkflowDefinitionVersion> Begun(this IQueryable<WorkflowDefinitionVersion> versions, DateOnly day) =>
        versions.Where(row => row.IsPublished && (row.EffectiveFrom == null || row.EffectiveFrom <= day));

    /// <summary>Of all versions of a definition the one in force on a day; null where none is.</summary>
    public static WorkflowDefinitionVersion? InForce(this IEnumerable<WorkflowDefinitionVersion> versions, DateOnly day) =>
        versions.Where(row => row.IsPublished && (row.EffectiveFrom is not { } from || from <= day)).MaxBy(row => row.Version);
}
