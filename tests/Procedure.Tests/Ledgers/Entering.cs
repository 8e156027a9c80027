using System.Globalization;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Ledgers;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.WorkItems;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Ledgers;

/// <summary>Makes entries in a case in memory as the command does, without a database.</summary>
internal static class Entering
{
    public static Actor As(this ACase matter, string personId) =>
        matter.Actor = OrganisationDirectory.Shipped.ActorOf(personId, matter.Now);

    public static EntryContext Context(this ACase matter, params IReadOnlyList<WorkItem> open) =>
        new(matter.File, matter.Actor, OrganisationDirectory.Shipped, matter.Now, DateOnly.FromDateTime(matter.Now.AddHours(8).DateTime), open);

    /// <summary>What an entry is refused for, each as clause and key; clause and texts must exist, in both languages.</summary>
    public static IReadOnlyList<string> Refusals(this ACase matter, EntryKind kind, object form) =>
        [.. kind.Check(matter.Context(), form).Where(ruling => !ruling.IsAllowed).Select(Say)];

    /// <summary>Makes an entry that nothing refuses.</summary>
    public static CaseEntry Make(this ACase matter, EntryKind kind, object form, params IReadOnlyList<WorkItem> open)
    {
        kind.May(matter.Context()).ShouldBeTrue($"{matter.Actor.PersonId} must be offered {kind.Name}");
        matter.Refusals(kind, form).ShouldBeEmpty();
        var context = matter.Context(open);
        var entry = new CaseEntry
        {
            Id = $"entry-{matter.File.Entries.Count + 1}", CaseId = matter.File.Id, Number = matter.File.Entries.Count + 1, Kind = kind.Name,
            FormJson = FormJsonText.Write(form), PersonId = matter.Actor.PersonId, PersonText = matter.Actor.Name, At = matter.Now, Walled = kind.IsWalled(context, form),
        };
        matter.File.Entries.Add(entry);
        kind.Apply(context, entry, form);
        return entry;
    }

    private static string Say(Ruling refusal)
    {
        Citations.IsSound(refusal.Citation).ShouldBeTrue(refusal.Citation);
        foreach (var text in new[] { refusal.Reason!, refusal.Remedy! })
            foreach (var culture in new[] { "zh-CN", "en" })
                text.In(CultureInfo.GetCultureInfo(culture)).ShouldNotBe(text.Key, $"{text.Resource.Name} {text.Key} {culture}");
        return $"{refusal.Citation} {refusal.Reason!.Key}";
    }
}
