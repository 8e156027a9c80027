using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Administration;

/// <summary>A body plays a role of the procedure from a day on.</summary>
public sealed record BindRole : DirectoryChange
{
    [Field("内部环节", From = ChoiceList.Roles), Required]
    public string Role { get; init; } = "";

    [Field("内部环节", From = ChoiceList.Organisations), Required]
    public string OrganisationId { get; init; } = "";

    [Field("内部环节"), Required]
    public DateOnly? From { get; init; }

    [Field("内部环节")]
    public DateOnly? To { get; init; }

    internal override DateOnly Day => From!.Value;

    internal override IEnumerable<Ruling> Check(DirectoryDraft draft) =>
    [
        Must(Roles.Knows(Role) && Role != Roles.AnyOffice, "Role.Unknown", Role),
        Must(To is null || To > From, "Dates.Order", Dates.Said(Day)),
        Must(draft.Lasts(OrganisationId, Day), "Organisation.NotThen", draft.NameOf(OrganisationId), Dates.Said(Day)),
        Must(!draft.RoleBindings.Exists(binding => binding.Role == Role && binding.OrganisationId == OrganisationId
            && Validity.Overlap(binding.From, binding.To, Day, To)), "Role.Held", draft.NameOf(OrganisationId), Roles.Find(Role)?.Chinese),
    ];

    internal override void Apply(DirectoryDraft draft) => draft.Add(draft.RoleBindings, new RoleBinding
    {
        Id = DirectoryDraft.NextId($"{Role.ToLowerInvariant().Replace('_', '-')}-{OrganisationId}", draft.RoleBindings.Select(binding => binding.Id)),
        Role = Role, OrganisationId = OrganisationId, From = Day, To = To,
    });

    internal override Text Said(DirectoryDraft draft) =>
        Text.Of<AdministrationTexts>("Said.BindRole", draft.NameOf(OrganisationId), Roles.Find(Role)?.Chinese, Dates.Said(Day), To is { } to ? Dates.Said(to) : "—");
}

/// <summary>A body plays a role no longer.</summary>
public sealed record EndRoleBinding : DirectoryChange
{
    [Field("内部环节", ReadOnly = true), Required]
    public string BindingId { get; init; } = "";

    [Field("内部环节"), Required]
    public DateOnly? On { get; init; }

    internal override DateOnly Day => On!.Value;

    internal override IEnumerable<Ruling> Check(DirectoryDraft draft) => Of(BindingOf(draft), "Binding.Unknown", BindingId, binding =>
        [Must(binding.To is null || binding.To > Day, "Binding.Ended", Dates.Said(binding.To ?? Day)), Must(binding.From < Day, "Post.TooEarly", Dates.Said(binding.From))]);

    internal override void Apply(DirectoryDraft draft) => BindingOf(draft)!.To = Day;

    internal override Text Said(DirectoryDraft draft) => BindingOf(draft) is { } binding
        ? Text.Of<AdministrationTexts>("Said.EndRoleBinding", draft.NameOf(binding.OrganisationId), Roles.Find(binding.Role)?.Chinese, Dates.Said(Day))
        : Text.Of<AdministrationTexts>("Binding.Unknown.Reason", BindingId);

    private RoleBinding? BindingOf(DirectoryDraft draft) => draft.RoleBindings.Find(binding => binding.Id == BindingId);
}
