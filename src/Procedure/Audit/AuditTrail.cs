using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Ledgers;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Audit;

/// <summary>A line of the audit in words.</summary>
/// <param name="What">What was done, in the reader's language.</param>
public sealed record AuditLine(AuditEntry Entry, string Who, string What);

/// <summary>The audit of a case as a certain person may read it.</summary>
public static class AuditTrail
{
    /// <summary>The entries that he may read, newest first. Ask first whether he sees the case.</summary>
    public static async Task<IReadOnlyList<AuditLine>> OfAsync(
        CaseFile file, Viewer viewer, AccountabilityDb db, StageCatalog stages, CancellationToken cancellationToken)
    {
        var (person, behindWall) = (viewer.Actor.PersonId, CaseAccess.IsBehindWall(file, viewer.Actor.PersonId));
        var entries = await db.Audit.AsNoTracking().Where(entry => entry.CaseId == file.Id && (!entry.Walled || behindWall || entry.PersonId == person))
            .OrderByDescending(entry => entry.Sequence).ToListAsync(cancellationToken);
        var items = await db.WorkItems.AsNoTracking().Where(item => item.CaseId == file.Id).ToDictionaryAsync(item => item.Id, cancellationToken);
        // What only they read who see another case too is not even counted for the others.
        var hidden = file.Entries.Select(entry => entry.Id).Except((await EntryAccess.ReadableAsync(file, viewer.Actor, db, cancellationToken)).Select(entry => entry.Id)).ToHashSet();
        return [.. entries.Where(entry => !hidden.Contains(entry.CommandId)).Select(entry => new AuditLine(entry, NameOf(entry, viewer.Directory), Words(entry, items, stages)))];
    }

    private static string NameOf(AuditEntry entry, OrganisationDirectory directory) =>
        entry.PersonId == Actor.Clock.PersonId ? Text.Of<AuditTexts>("Clock").ToString() : directory.NameOfPerson(entry.PersonId);

    private static string Words(AuditEntry entry, Dictionary<string, WorkItem> items, StageCatalog stages)
    {
        using var details = JsonDocument.Parse(entry.Details);
        string? Detail(string name) =>
            details.RootElement.ValueKind is JsonValueKind.Object && details.RootElement.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String
                ? value.GetString() : null;
        var item = Detail("item") is { } id ? items.GetValueOrDefault(id) : null;
        var stage = item is null ? null : stages.Of(item);
        if (Detail("entry") is { } entered && EntryCatalog.Find(entered) is { } kind)
            return kind.Title.ToString();
        var isRelease = details.RootElement.ValueKind is JsonValueKind.Object
            && details.RootElement.TryGetProperty("release", out var release) && release.ValueKind is JsonValueKind.True;
        var act = Act(isRelease ? "ReleaseWorkItem" : entry.Act);
        var words = stage is null ? act : Text.Of<AuditTexts>("OfItem", act, stage.ActOf(item!)).ToString();
        return stage is not null && Detail("outcome") is { } outcome ? Text.Of<AuditTexts>("WithOutcome", words, stage.OutcomeName(outcome)).ToString() : words;
    }

    // A command that has no sentence yet is named rather than left out.
    internal static string Act(string command) =>
        Text.Exists(typeof(AuditTexts), "Act." + command, CultureInfo.CurrentUICulture) ? new Text(typeof(AuditTexts), "Act." + command).ToString() : command;
}
