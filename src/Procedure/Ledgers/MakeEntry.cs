using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Ledgers.Recusal;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Ledgers;

/// <summary>Something is entered into a case file beside the procedure.</summary>
/// <param name="KindName">The name of its kind.</param>
/// <param name="Form">The bound and validated form.</param>
public sealed record MakeEntry(string Id, string PersonId, string Case, string KindName, object Form) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    public override string CaseId => Case;

    /// <inheritdoc/>
    protected override string Payload => $"{KindName}|{FormJsonText.Write(Form)}";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var (file, kind) = (await scope.CaseAsync(Case, cancellationToken), EntryCatalog.Find(KindName));
        if (file is null || kind is null || !await scope.Db.Cases.Where(CaseAccess.Sees(scope.Actor, scope.Db)).AsNoTracking().AnyAsync(seen => seen.Id == Case, cancellationToken))
            return new Answer.NotFound();
        var context = new EntryContext(file, scope.Actor, scope.Directory, scope.Now, scope.Today,
            [.. scope.Db.WorkItems.Local.Where(item => item.CaseId == Case && item.Status is WorkItemStatus.Open)]);
        if (!kind.May(context))
            return new Answer.NotFound();
        if (IsInTime(kind, file) is { IsAllowed: false } late)
            return new Answer.Refused([late]);
        if (kind.OtherNumberOf(Form) is { } number)
        {
            context = context with { Other = await OtherAsync(scope, number, cancellationToken) };
            if (context.Other is null)
                return new Answer.Refused([Ruling.Refuse(Citations.InternalStep, Text.Of<LedgerTexts>("Other.Unknown.Reason", number), Text.Of<LedgerTexts>("Other.Unknown.Remedy"))]);
        }
        var refusals = kind.Check(context, Form).Where(ruling => !ruling.IsAllowed).ToList();
        if (refusals.Count > 0)
            return new Answer.Refused(refusals);
        if (kind.BeginsProcedure && await StartCase.HindrancesAsync(scope, cancellationToken) is { Count: > 0 } hindrances)
            return new Answer.Refused(hindrances);

        var isWalled = kind.IsWalled(context, Form);
        var series = isWalled ? "S" : kind.IsReadWithTheOther ? "L" : "E";
        var entry = new CaseEntry
        {
            Id = Id, CaseId = Case, Series = series, Number = file.Entries.Where(known => known.Series == series).Max(known => (int?)known.Number) + 1 ?? 1,
            Kind = kind.Name, FormJson = FormJsonText.Write(Form), PersonId = PersonId, PersonText = $"{scope.Actor.PostText} {scope.Actor.Name}", At = scope.Now,
            Walled = isWalled, OtherCaseId = kind.IsReadWithTheOther ? context.Other?.Id : null,
        };
        file.Entries.Add(entry);
        scope.Db.Add(entry);
        kind.Apply(context, entry, Form);
        await kind.CarryOutAsync(scope, context, entry, Form, cancellationToken);
        await TieAlarm.KeepAsync(scope, file, raise: false, cancellationToken);
        await scope.RecordAsync(file, kind.Citation, JsonSerializer.Serialize(new
        {
            entry = kind.Name, number = entry.Label, form = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(entry.FormJson))),
        }, FormJsonText.Options), entry.Walled, cancellationToken);
        return new Answer.Done($"/cases/{Case}/ledgers#{entry.Label}");
    }

    // By its number, among those that exist for the actor: one that he may not know of is as unknown as one that was never given.
    private async Task<CaseFile?> OtherAsync(CommandScope scope, string number, CancellationToken cancellationToken)
    {
        var wanted = CaseNumber.Read(number);
        var id = wanted is null ? null : await scope.Db.Cases.AsNoTracking().Where(CaseAccess.Sees(scope.Actor, scope.Db)).Where(file => file.Number == wanted && file.Id != Case)
            .Select(file => file.Id).SingleOrDefaultAsync(cancellationToken);
        if (id is null)
            return null;
        // Two that lock each other's case at once meet in the database: one of them is tried again.
        await scope.Db.LockCaseAsync(id, cancellationToken);
        return await scope.CaseAsync(id, cancellationToken);
    }

    /// <summary>内部环节: what belongs to the work on a case is entered while it is open.</summary>
    private static Ruling IsInTime(EntryKind kind, CaseFile file) => Ruling.Require(kind.IsInTime(file), Citations.InternalStep,
        Text.Of<LedgerTexts>("Closed.Reason", file.Number), Text.Of<LedgerTexts>("Closed.Remedy"));
}
