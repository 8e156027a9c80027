using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure;
using WorkflowAccountability.Procedure.Disclosure;
using WorkflowAccountability.Procedure.Papers;

namespace WorkflowAccountability.Web.Operations;

/// <summary>
/// The signed documents, those that were submitted for review, and the released editions: their bytes against the hash in their row, and that hash against the one in the audit's chain, which
/// nobody changes unseen; and the register of numbers, which has no gap and no number twice.
/// </summary>
internal static class LockedDocuments
{
    public static async Task<(int Count, IReadOnlyList<string> Faults)> FaultsAsync(AccountabilityDb db, CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        var papers = await db.Papers.AsNoTracking().Where(paper => paper.Sha256 != null).OrderBy(paper => paper.Number).ThenBy(paper => paper.Id)
            .Select(paper => new Locked(paper.Id, paper.Number != null ? $"document {paper.Number}" : $"submitted document {paper.Id}", paper.Sha256, paper.Number == null)).ToListAsync(cancellationToken);
        var signed = await HashesAsync(db, nameof(SignPaper), "paper", cancellationToken);
        var submitted = await SubmittedAsync(db, cancellationToken);
        foreach (var paper in papers)
            faults.AddRange(FaultsOf(paper, paper.HasNoNumber ? submitted.Contains(paper.Sha256!) ? paper.Sha256 : null : signed.GetValueOrDefault(paper.Id), await db.Set<PaperFile>().Where(file => file.PaperId == paper.Id).Select(file => file.Content).SingleOrDefaultAsync(cancellationToken)));
        faults.AddRange(signed.Keys.Except(papers.Select(paper => paper.Id)).Select(id => $"document {id}: it was signed, and is not there."));

        var editions = await db.PublicEditions.AsNoTracking().Where(edition => edition.ReleasedAt != null).OrderBy(edition => edition.Id)
            .Select(edition => new Locked(edition.Id, $"public edition {edition.Id}", edition.Sha256)).ToListAsync(cancellationToken);
        var released = await HashesAsync(db, nameof(ReleaseEdition), "edition", cancellationToken);
        foreach (var edition in editions)
            faults.AddRange(FaultsOf(edition, released.GetValueOrDefault(edition.Id),
                await db.Set<EditionFile>().Where(file => file.EditionId == edition.Id).Select(file => file.Content).SingleOrDefaultAsync(cancellationToken)));
        faults.AddRange(released.Keys.Except(editions.Select(edition => edition.Id)).Select(id => $"public edition {id}: it was released, and is not there."));

        faults.AddRange(await RegisterFaultsAsync(db, cancellationToken));
        return (papers.Count + editions.Count, faults);
    }

    private static IEnumerable<string> FaultsOf(Locked locked, string? chained, byte[]? content)
    {
        if (chained != locked.Sha256)
            yield return $"{locked.Name}: its hash is not the one in the audit.";
        if (content is null)
            yield return $"{locked.Name}: its bytes are missing.";
        else if (Convert.ToHexString(SHA256.HashData(content)) != locked.Sha256)
            yield return $"{locked.Name}: its bytes are not those that were locked.";
    }

    // Only the act that locks a document writes a hash into its entry.
    private static async Task<Dictionary<string, string>> HashesAsync(AccountabilityDb db, string act, string key, CancellationToken cancellationToken)
    {
        var hashes = new Dictionary<string, string>();
        await foreach (var details in db.Audit.AsNoTracking().Where(entry => entry.Act == act).Select(entry => entry.Details).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            using var entry = JsonDocument.Parse(details);
            if (entry.RootElement.TryGetProperty(nameof(Paper.Sha256), out var hash))
                hashes[entry.RootElement.GetProperty(key).GetString()!] = hash.GetString()!;
        }
        return hashes;
    }

    // What was laid before the two bodies stands in the entry of whatever brought it before them.
    private static async Task<HashSet<string>> SubmittedAsync(AccountabilityDb db, CancellationToken cancellationToken)
    {
        var hashes = new HashSet<string>();
        await foreach (var details in db.Audit.AsNoTracking().Where(entry => entry.Details.Contains("\"submitted\":[")).Select(entry => entry.Details).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            using var entry = JsonDocument.Parse(details);
            if (entry.RootElement.TryGetProperty("submitted", out var texts))
                hashes.UnionWith(texts.EnumerateArray().Select(text => text.GetString()!));
        }
        return hashes;
    }

    private static async Task<IEnumerable<string>> RegisterFaultsAsync(AccountabilityDb db, CancellationToken cancellationToken)
    {
        var registers = await db.Set<PaperRegister>().AsNoTracking().OrderBy(register => register.Code).ThenBy(register => register.Year).ToListAsync(cancellationToken);
        var given = (await db.Papers.AsNoTracking().Where(paper => paper.Number != null).Select(paper => new { paper.Code, paper.Year, paper.Ordinal }).ToListAsync(cancellationToken))
            .ToLookup(paper => (paper.Code, paper.Year), paper => paper.Ordinal!.Value);
        return registers.SelectMany(register => FaultsOf(register, [.. given[(register.Code, register.Year)]]));
    }

    private static IEnumerable<string> FaultsOf(PaperRegister register, IReadOnlyList<int> ordinals) =>
    [
        .. Enumerable.Range(1, register.Last).Except(ordinals).Select(missing => $"register {register.Code}〔{register.Year}〕: the document of number {missing} is missing."),
        .. ordinals.CountBy(ordinal => ordinal).Where(count => count.Value > 1).Select(twice => $"register {register.Code}〔{register.Year}〕: the number {twice.Key} was given {twice.Value} times."),
        .. ordinals.Where(ordinal => ordinal > register.Last).Select(beyond => $"register {register.Code}〔{register.Year}〕: the number {beyond} lies beyond the last given, {register.Last}."),
    ];

    private sealed record Locked(string Id, string Name, string? Sha256, bool HasNoNumber = false);
}
