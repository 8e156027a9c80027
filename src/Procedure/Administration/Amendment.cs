using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Administration;

/// <summary>Several changes in their order, on one draft: what they say, what speaks against them, and the directory before and after.</summary>
/// <param name="Wrong">For each change that may not be made, its place (from 0) and what speaks against it.</param>
internal sealed record Amendment(
    IReadOnlyList<Text> Said, IReadOnlyList<(int Place, Ruling Ruling)> Wrong, OrganisationDirectory Before, OrganisationDirectory After, long Stamp)
{
    public static async Task<Amendment> MakeAsync(
        AccountabilityDb db, IReadOnlyList<DirectoryChange> changes, DateOnly today, CancellationToken cancellationToken)
    {
        var stamp = await db.Set<DirectoryStamp>().AsNoTracking().Select(row => row.Version).SingleOrDefaultAsync(cancellationToken);
        var draft = await DirectoryDraft.LoadAsync(db, today, cancellationToken);
        var before = Copy(draft.Register());
        var (said, wrong) = (new List<Text>(), new List<(int, Ruling)>());
        for (var place = 0; place < changes.Count; place++)
        {
            said.Add(changes[place].Said(draft));
            var against = changes[place].Check(draft).Where(ruling => !ruling.IsAllowed).ToList();
            wrong.AddRange(against.Select(ruling => (place, ruling)));
            if (against.Count == 0)
                changes[place].Apply(draft);
        }
        var after = draft.Directory();
        // Asked on every day on which something changes: an end that lies ahead locks the site just as well.
        if (wrong.Count == 0 && changes.Select(change => change.Day).Append(today).Any(day => day >= today && after.PeopleFor(Roles.Administrator, day) is []))
            wrong.Add((Math.Max(changes.Count - 1, 0), Ruling.Refuse("内部环节", Text.Of<AdministrationTexts>("Administrator.Last.Reason"), Text.Of<AdministrationTexts>("Administrator.Last.Remedy"))));
        if (wrong.Count == 0 && draft.Register().Faults().ToList() is { Count: > 0 } faults)
            wrong.Add((Math.Max(changes.Count - 1, 0), Ruling.Refuse("内部环节", Text.Of<AdministrationTexts>("Register.Faulty.Reason", string.Join(' ', faults)),
                Text.Of<AdministrationTexts>("Register.Faulty.Remedy"))));
        return new Amendment(said, wrong, before, after, stamp);
    }

    // The rows are changed in place, so what was before is kept in rows of its own.
    private static OrganisationDirectory Copy(OrganisationRegister register) => new(register with
    {
        Names = [.. register.Names.Select(name => new OrganisationName
        {
            OrganisationId = name.OrganisationId, Name = name.Name, ShortName = name.ShortName, ValidFrom = name.ValidFrom, ValidTo = name.ValidTo, Basis = name.Basis,
        })],
        Posts = [.. register.Posts.Select(post => new Post
        {
            Id = post.Id, PersonId = post.PersonId, OrganisationId = post.OrganisationId, Title = post.Title, Rank = post.Rank, Field = post.Field, From = post.From, To = post.To,
        })],
        RoleBindings = [.. register.RoleBindings.Select(binding => new RoleBinding
        {
            Id = binding.Id, Role = binding.Role, OrganisationId = binding.OrganisationId, From = binding.From, To = binding.To,
        })],
    });
}
