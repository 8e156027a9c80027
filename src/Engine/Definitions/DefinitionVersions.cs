using System.Text.Json.Nodes;

namespace WorkflowAccountability.Engine.Definitions;

/// <summary>
/// What may become of the versions of one definition, as in Elsa, except that nothing changes under what runs: a version that instances have
/// started with is never written over and never deleted. It changes the rows that it is given; whoever holds them stores that in one transaction.
/// </summary>
/// <param name="rows">All versions of the definition; none for a new one.</param>
/// <param name="isUsed">Whether instances have started with the version of this id, running or finished.</param>
public sealed class DefinitionVersions(IEnumerable<WorkflowDefinitionVersion> rows, Func<string, bool> isUsed)
{
    private readonly List<WorkflowDefinitionVersion> rows = [.. rows.OrderBy(row => row.Version)];

    /// <summary>All versions, the oldest first.</summary>
    public IReadOnlyList<WorkflowDefinitionVersion> All => rows;

    /// <summary>The newest version; null for a definition without any.</summary>
    public WorkflowDefinitionVersion? Latest => rows.Count > 0 ? rows[^1] : null;

    /// <summary>The version that new instances start with; null if none is published.</summary>
    public WorkflowDefinitionVersion? Published => rows.Find(row => row.IsPublished);

    /// <summary>Writes a draft: over the newest version where that is a draft, else as a version after it.</summary>
    /// <param name="json">The definition; its id, number and flags are those of the version, whatever it says itself.</param>
    /// <param name="newId">The id of the version, if it becomes a new one.</param>
    /// <returns>The draft; new where it has the new id.</returns>
    public WorkflowDefinitionVersion Save(string definitionId, string json, string newId, DateTimeOffset now)
    {
        if (Latest is not { IsPublished: false } draft || isUsed(draft.Id))
            return Add(definitionId, json, newId, now);
        Write(draft, json);
        return draft;
    }

    /// <summary>New instances start with the newest version from now on; what runs stays on its own.</summary>
    public VersionAnswer Publish()
    {
        if (Latest is not { } latest)
            return VersionAnswer.Unknown;
        if (latest.IsPublished)
            return VersionAnswer.AlreadyPublished;
        foreach (var row in rows)
            row.IsPublished = row == latest;
        return VersionAnswer.Done;
    }

    /// <summary>No new instances start any more; what runs goes on.</summary>
    public VersionAnswer Retract()
    {
        if (Published is not { } published)
            return rows.Count == 0 ? VersionAnswer.Unknown : VersionAnswer.NotPublished;
        published.IsPublished = false;
        return VersionAnswer.Done;
    }

    /// <summary>Makes a draft after all others that says what an earlier version said.</summary>
    /// <returns>The draft; null if there is no version of this number.</returns>
    public WorkflowDefinitionVersion? Revert(int version, string newId, DateTimeOffset now) =>
        rows.Find(row => row.Version == version) is { } earlier ? Add(earlier.DefinitionId, earlier.Json, newId, now) : null;

    /// <summary>Whether the definition may be deleted, with all its versions.</summary>
    public VersionAnswer Delete() =>
        rows.Count == 0 ? VersionAnswer.Unknown : rows.Exists(row => isUsed(row.Id)) ? VersionAnswer.InUse : VersionAnswer.Done;

    /// <summary>Takes one version away.</summary>
    public VersionAnswer Delete(string versionId)
    {
        if (rows.Find(row => row.Id == versionId) is not { } row)
            return VersionAnswer.Unknown;
        if (isUsed(versionId))
            return VersionAnswer.InUse;
        rows.Remove(row);
        MarkLatest();
        return VersionAnswer.Done;
    }

    private WorkflowDefinitionVersion Add(string definitionId, string json, string newId, DateTimeOffset now)
    {
        var added = new WorkflowDefinitionVersion
        {
            Id = newId, DefinitionId = definitionId, Version = (Latest?.Version ?? 0) + 1, Name = "", Json = "", Hash = "", CreatedAt = now,
        };
        rows.Add(added);
        MarkLatest();
        Write(added, json);
        return added;
    }

    private void MarkLatest() => rows.ForEach(row => row.IsLatest = row == Latest);

    private static void Write(WorkflowDefinitionVersion row, string json)
    {
        var definition = StrictJson.Parse(json);
        (definition["id"], definition["definitionId"], definition["version"]) = (row.Id, row.DefinitionId, row.Version);
        (definition["isLatest"], definition["isPublished"]) = (true, false);
        row.Name = definition["name"] is JsonValue name && name.TryGetValue<string>(out var text) ? text : "";
        row.Json = StrictJson.Write(definition);
        row.Hash = WorkflowDefinitionVersion.HashOf(row.Json);
    }
}

/// <summary>What came of an act on the versions of a definition.</summary>
public enum VersionAnswer
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>There is no such definition or version.</summary>
    Unknown,

    /// <summary>It was published before.</summary>
    AlreadyPublished,

    /// <summary>None of the versions is published.</summary>
    NotPublished,

    /// <summary>Instances have started with it.</summary>
    InUse,
}
