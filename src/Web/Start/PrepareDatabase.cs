using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure;
using WorkflowAccountability.Procedure.Cases.Search;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Workflows;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Web.Start;

/// <summary>Before the first request: the schema, the organisations, the definitions, the accounts. Every step may be repeated.</summary>
internal sealed class PrepareDatabase(
    AccountabilityDb db, SiteOptions options, ImportDefinitions definitions, DemoOfficials demo, WorkedExample example, FirstAdministrator administrator,
    TimeProvider clock)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (options.Database is null)
            Directory.CreateDirectory(options.Data);
        try
        {
            await MigrateAsync(cancellationToken);
        }
        catch (DbException exception)
        {
            throw new StartRefusedException($"The database cannot be used: {exception.Message} Check that it runs, that the connection string is right and that the disk has room.");
        }
        if (!options.Demo && await db.UnsafeSettingsAsync(cancellationToken) is { Count: > 0 } faults)
            throw new StartRefusedException("The database's settings can lose committed work:\n" + string.Join('\n', faults));

        await PlaceOpenItemsAsync(cancellationToken);
        await FillSearch.RunAsync(db, cancellationToken);
        await StoreOrganisations.RunAsync(db, withPeople: options.Demo, cancellationToken);
        await StoreCalendar.RunAsync(db, clock.GetUtcNow(), cancellationToken);
        await definitions.RunAsync(db, options.Workflows, cancellationToken);
        if (options.Demo)
            await demo.RunAsync(cancellationToken);
        if (options.Demo && options.Example)
            await example.RunAsync(cancellationToken);
        if (!options.Demo)
            await administrator.RunAsync(cancellationToken);
    }

    private async Task MigrateAsync(CancellationToken cancellationToken)
    {
        var known = db.Database.GetMigrations().ToList();
        var applied = await db.Database.CanConnectAsync(cancellationToken) ? (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList() : [];
        if (applied.Except(known).ToList() is { Count: > 0 } newer)
            throw new StartRefusedException($"The database was made by a newer version ({string.Join(", ", newer)}). Start that version, or restore an older backup.");
        // Asked first, because to migrate compares the whole model, a second of every start.
        if (known.Except(applied).Any())
            await db.Database.MigrateAsync(cancellationToken);
    }

    // Items of a version that knew no places; a place is made by code, so the migration could not.
    private async Task PlaceOpenItemsAsync(CancellationToken cancellationToken)
    {
        foreach (var item in await db.WorkItems.Where(item => item.Place == "" && item.Status == WorkItemStatus.Open).ToListAsync(cancellationToken))
            db.Entry(item).Property(row => row.Place).IsModified = true;
        await db.SaveChangesAsync(cancellationToken);
    }
}
