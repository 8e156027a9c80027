using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Lawfulness;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Workflows;

namespace WorkflowAccountability.Procedure.Play;

/// <summary>The version that is tried, as it was when the sandbox was opened.</summary>
public sealed record PlayVersion(string Id, string DefinitionId, int Version, string Name, string? Description, string Json, string Hash, DateTimeOffset CreatedAt)
{
    /// <summary>A version of a workflow, the latest where none is named; null where there is none.</summary>
    internal static Task<PlayVersion?> FindAsync(AccountabilityDb db, string definitionId, int? version, CancellationToken cancellationToken) => db.Definitions.AsNoTracking()
        .Where(row => row.DefinitionId == definitionId && (version == null ? row.IsLatest : row.Version == version))
        .Select(row => new PlayVersion(row.Id, row.DefinitionId, row.Version, row.Name, row.Description, row.Json, row.Hash, row.CreatedAt)).SingleOrDefaultAsync(cancellationToken);

    /// <summary>The workflows that a sandbox of it holds: those in use, and it in place of its own, published.</summary>
    internal async Task<IEnumerable<object>> BesideAsync(AccountabilityDb site, CancellationToken cancellationToken) =>
    [
        .. await site.Definitions.AsNoTracking().Where(row => row.IsPublished && row.DefinitionId != DefinitionId).ToListAsync(cancellationToken),
        new WorkflowDefinitionVersion
        {
            Id = Id, DefinitionId = DefinitionId, Version = Version, Name = Name, Description = Description, Json = Json, Hash = Hash, IsLatest = true, IsPublished = true,
            CreatedAt = CreatedAt,
        },
    ];

    /// <summary>Why it cannot run; nothing where it can.</summary>
    internal IReadOnlyList<Text> Faults(DefinitionCatalog definitions)
    {
        try
        {
            definitions.Reader.Read(Json);
            return [];
        }
        catch (InvalidWorkflowDefinitionException broken)
        {
            return [.. broken.Found.Select(FaultWords.Of)];
        }
    }

    /// <summary>What a script calls the kind of workflow that this is; null where nothing of the site's own is of its kind.</summary>
    internal string? Kind(Machinery machinery) => LawOfFlow.Current.Kinds.First(kind => kind.Id == KindOfProcedure.Of(Types(machinery))).DefinitionId;

    /// <summary>With which workflow a case begins in which it is tried: itself, or, where it begins none (an order, for instance), the procedure.</summary>
    internal string Begins(Machinery machinery) => KindOfProcedure.StartsCases(Types(machinery)) ? DefinitionId : RegisterCase.Definition;

    private IEnumerable<string> Types(Machinery machinery) => machinery.Definitions.Reader.Read(Json).AllActivities().Select(activity => activity.Type);
}
