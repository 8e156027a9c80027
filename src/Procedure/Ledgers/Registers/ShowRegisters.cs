using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.Ledgers.Registers;

/// <summary>台账: the ledgers across cases as tables to download, each of what the reader may know and no line more.</summary>
internal static class ShowRegisters
{
    private const int Batch = 200;

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/registers", (Viewer viewer) => viewer.Actor.IsInOffice
            ? (IResult)Pages.Page<RegistersPage>(new { Viewer = viewer.Actor, Registers = (IReadOnlyList<Register>)[.. Register.All.Where(register => register.May(viewer.Actor))] })
            : Pages.NotFound(viewer.Actor));
        site.MapGet("/registers/{name}", DownloadAsync);
    }

    private static async Task<IResult> DownloadAsync(string name, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken)
    {
        if (!viewer.Actor.IsInOffice || Register.All.FirstOrDefault(register => register.Name == name) is not { } register || !register.May(viewer.Actor))
            return Pages.NotFound(viewer.Actor);
        var reader = RegisterReader.Of(viewer);
        return await Spreadsheet.DownloadAsync(register.TableOf(await ReadAsync(db, viewer.Actor, cancellationToken), reader), register.Title.ToString(), viewer.Now, cancellationToken);
    }

    private static async Task<List<CaseFile>> ReadAsync(AccountabilityDb db, Actor actor, CancellationToken cancellationToken)
    {
        var seen = await db.Cases.AsNoTracking().Where(CaseAccess.Sees(actor, db))
            .Where(file => file.Restrictions.Any() || file.Measures.Any() || file.ApprovalRestrictions.Any() || file.Referrals.Any() || file.TeamMembers.Any() || file.Parties.Any())
            .OrderBy(file => file.OpenedAt).ThenBy(file => file.Id).Select(file => file.Id).ToListAsync(cancellationToken);
        List<CaseFile> files = [];
        foreach (var batch in seen.Chunk(Batch).Select(ids => ids.ToList()))
            files.AddRange((await CaseFiles.Whole(db).AsNoTracking().Where(file => batch.Contains(file.Id)).ToListAsync(cancellationToken)).OrderBy(file => file.OpenedAt).ThenBy(file => file.Id));
        foreach (var file in files)
            file.Submissions.Sort((one, other) => one.Sequence.CompareTo(other.Sequence));
        return files;
    }
}
