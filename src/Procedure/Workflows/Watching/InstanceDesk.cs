using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Engine.Designer;
using WorkflowAccountability.Engine.Instances;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.Workflows.Watching;

/// <summary>The instances of cases for the designer's viewer. Need-to-know holds for everybody, administrators included.</summary>
internal sealed class InstanceDesk(
    AccountabilityDb db, DirectorySource directories, DefinitionCatalog definitions, StageCatalog stages, TimeProvider clock) : IInstanceDesk
{
    private const int MostLines = 100;

    public async Task<InstancePage> ListAsync(Designer who, InstanceQuery query, CancellationToken cancellationToken)
    {
        var rows = Narrowed(await LinesAsync(who, cancellationToken), query);
        var total = await rows.LongCountAsync(cancellationToken);
        var size = Math.Clamp(query.PageSize, 1, MostLines);
        var page = await Ordered(rows, query).Skip(Math.Max(0, query.Page) * size).Take(size).ToListAsync(cancellationToken);
        // What moved behind the wall is no news for those in front of it.
        var lines = new List<InstanceLine>();
        foreach (var row in page)
            lines.Add((await SheetAsync(who, row, cancellationToken)).Line);
        return new InstancePage(lines, total);
    }

    public async Task<InstanceSheet?> FindAsync(Designer who, string instanceId, CancellationToken cancellationToken) =>
        await (await LinesAsync(who, cancellationToken)).SingleOrDefaultAsync(row => row.Instance.Id == instanceId, cancellationToken) is { } row
            ? await SheetAsync(who, row, cancellationToken) : null;

    public async Task<bool> RunsAsync(Designer who, string definitionVersionId, CancellationToken cancellationToken) =>
        await (await LinesAsync(who, cancellationToken)).AnyAsync(row => row.Instance.DefinitionVersionId == definitionVersionId, cancellationToken);

    public async Task<IReadOnlyDictionary<string, long>> RevisionsAsync(IReadOnlyCollection<string> instanceIds, CancellationToken cancellationToken) =>
        await db.Instances.Where(instance => instanceIds.Contains(instance.Id)).ToDictionaryAsync(instance => instance.Id, instance => instance.Version, cancellationToken);

    private async Task<IQueryable<Row>> LinesAsync(Designer who, CancellationToken cancellationToken)
    {
        var actor = (await directories.CurrentAsync(db, cancellationToken)).ActorOf(who.PersonId, clock.GetUtcNow());
        return db.Instances.AsNoTracking().Join(db.Cases.Where(CaseAccess.Sees(actor, db)), instance => instance.CaseId, file => file.Id,
            (instance, file) => new Row { Instance = instance, Title = file.Title, Number = file.Number });
    }

    private IQueryable<Row> Narrowed(IQueryable<Row> rows, InstanceQuery query)
    {
        if (query.DefinitionIds.Count > 0)
            rows = rows.Where(row => query.DefinitionIds.Contains(row.Instance.DefinitionId));
        if (query.Statuses.Count > 0)
            rows = rows.Where(row => query.Statuses.Contains(row.Instance.Status));
        if (query.SubStatuses.Count > 0)
            rows = rows.Where(row => query.SubStatuses.Contains(row.Instance.SubStatus));
        if (query.HasIncidents is { } failed)
            rows = rows.Where(row => db.Incidents.Any(incident => incident.InstanceId == row.Instance.Id && incident.ResolvedAt == null) == failed);
        if (query.SearchTerm?.Trim() is { Length: > 0 } words)
            rows = rows.Where(row => row.Title.Contains(words) || row.Number.Contains(words) || row.Instance.Id == words);
        return rows;
    }

    private static IOrderedQueryable<Row> Ordered(IQueryable<Row> rows, InstanceQuery query) => (query.OrderBy, query.Ascending) switch
    {
        ("Name", true) => rows.OrderBy(row => row.Title).ThenBy(row => row.Instance.Id),
        ("Name", false) => rows.OrderByDescending(row => row.Title).ThenBy(row => row.Instance.Id),
        ("Finished", true) => rows.OrderBy(row => row.Instance.FinishedAt).ThenBy(row => row.Instance.Id),
        ("Finished", false) => rows.OrderByDescending(row => row.Instance.FinishedAt).ThenBy(row => row.Instance.Id),
        // By the last change nobody orders: it would tell when something moved behind the wall.
        (_, true) => rows.OrderBy(row => row.Instance.CreatedAt).ThenBy(row => row.Instance.Id),
        _ => rows.OrderByDescending(row => row.Instance.CreatedAt).ThenBy(row => row.Instance.Id),
    };

    private async Task<InstanceSheet> SheetAsync(Designer who, Row row, CancellationToken cancellationToken)
    {
        var (instance, id) = (row.Instance, row.Instance.Id);
        var definition = await definitions.VersionAsync(db, instance.DefinitionVersionId, cancellationToken);
        var file = await db.Cases.AsNoTracking().Include(file => file.TeamMembers).Include(file => file.Parties).Include(file => file.Exclusions).AsSplitQuery()
            .SingleAsync(file => file.Id == instance.CaseId, cancellationToken);
        var journal = (await db.Journal.AsNoTracking().Where(burst => burst.InstanceId == id).OrderBy(burst => burst.Sequence).ToListAsync(cancellationToken))
            .SelectMany(burst => burst.Read()).ToList();
        var bookmarks = await db.Bookmarks.AsNoTracking().Where(bookmark => bookmark.InstanceId == id).ToListAsync(cancellationToken);
        var incidents = await db.Incidents.AsNoTracking().Where(incident => incident.InstanceId == id && incident.ResolvedAt == null).ToListAsync(cancellationToken);
        return KnownPart.Of(definition, stages, CaseAccess.IsBehindWall(file, who.PersonId), instance, (row.Title, row.Number), journal, bookmarks, incidents);
    }

    private sealed class Row
    {
        public required WorkflowInstance Instance { get; init; }

        public required string Title { get; init; }

        public required string Number { get; init; }
    }
}
