using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Administration;

/// <summary>A body begins. Its id stays for ever, whatever it is called later.</summary>
public sealed record AddOrganisation : DirectoryChange
{
    internal const string IdPattern = "^[a-z][a-z0-9-]{1,59}$";

    [Field("内部环节"), Required, RegularExpression(IdPattern)]
    public string OrganisationId { get; init; } = "";

    [Field("内部环节"), Required, StringLength(100)]
    public string Name { get; init; } = "";

    [Field("内部环节"), Required, StringLength(40)]
    public string ShortName { get; init; } = "";

    [Field("内部环节"), Required]
    public OrganisationKind? Kind { get; init; }

    [Field("内部环节"), Required]
    public AdministrativeLevel? Level { get; init; }

    [Field("内部环节", From = ChoiceList.Organisations)]
    public string? ParentId { get; init; }

    [Field("内部环节"), Required]
    public DateOnly? From { get; init; }

    [Field("内部环节"), Required, StringLength(200)]
    public string Basis { get; init; } = "";

    internal override DateOnly Day => From!.Value;

    internal override IEnumerable<Ruling> Check(DirectoryDraft draft) =>
    [
        Must(!draft.Knows(OrganisationId), "Id.Taken", OrganisationId),
        Must(ParentId is null || draft.Knows(ParentId), "Organisation.Unknown", ParentId),
    ];

    internal override void Apply(DirectoryDraft draft)
    {
        draft.Add(draft.Organisations, new Organisation { Id = OrganisationId, Kind = Kind!.Value, Level = Level!.Value, ParentId = ParentId });
        draft.Add(draft.Names, new OrganisationName { OrganisationId = OrganisationId, Name = Name, ShortName = ShortName, ValidFrom = Day, Basis = Basis });
    }

    internal override Text Said(DirectoryDraft draft) => Text.Of<AdministrationTexts>("Said.AddOrganisation", Name, Dates.Said(Day));
}

/// <summary>A body is called otherwise from a day on; old files keep the old name.</summary>
public sealed record RenameOrganisation : DirectoryChange
{
    [Field("内部环节", From = ChoiceList.Organisations), Required]
    public string OrganisationId { get; init; } = "";

    [Field("内部环节"), Required, StringLength(100)]
    public string Name { get; init; } = "";

    [Field("内部环节"), Required, StringLength(40)]
    public string ShortName { get; init; } = "";

    [Field("内部环节"), Required]
    public DateOnly? From { get; init; }

    [Field("内部环节"), Required, StringLength(200)]
    public string Basis { get; init; } = "";

    internal override DateOnly Day => From!.Value;

    internal override IEnumerable<Ruling> Check(DirectoryDraft draft) => Of(draft.LastName(OrganisationId), "Organisation.Unknown", OrganisationId, last =>
        [Must(last.ValidTo is null, "Organisation.Ended", last.Name), Must(Day > last.ValidFrom, "Name.TooEarly", last.Name, Dates.Said(last.ValidFrom))]);

    internal override void Apply(DirectoryDraft draft)
    {
        draft.LastName(OrganisationId)!.ValidTo = Day;
        draft.Add(draft.Names, new OrganisationName { OrganisationId = OrganisationId, Name = Name, ShortName = ShortName, ValidFrom = Day, Basis = Basis });
    }

    internal override Text Said(DirectoryDraft draft) => Text.Of<AdministrationTexts>("Said.RenameOrganisation", draft.NameOf(OrganisationId), Name, Dates.Said(Day));
}

/// <summary>A body ends, with its posts and its roles; another may take over.</summary>
public sealed record EndOrganisation : DirectoryChange
{
    [Field("内部环节", From = ChoiceList.Organisations), Required]
    public string OrganisationId { get; init; } = "";

    [Field("内部环节"), Required]
    public DateOnly? On { get; init; }

    [Field("内部环节", From = ChoiceList.Organisations)]
    public string? SuccessorId { get; init; }

    [Field("内部环节")]
    public SuccessionKind? How { get; init; }

    [Field("内部环节"), Required, StringLength(200)]
    public string Basis { get; init; } = "";

    internal override DateOnly Day => On!.Value;

    internal override IEnumerable<Ruling> Check(DirectoryDraft draft) => Of(draft.LastName(OrganisationId), "Organisation.Unknown", OrganisationId, last =>
        [
            Must(last.ValidTo is null, "Organisation.Ended", last.Name),
            Must(Day > last.ValidFrom && Later(draft).All(from => from < Day), "End.TooEarly", last.Name),
            Must(SuccessorId is null || (SuccessorId != OrganisationId && draft.Lasts(SuccessorId, Day)), "Successor.Unknown", draft.NameOf(SuccessorId ?? "")),
            Must((SuccessorId is null) == (How is null), "Successor.How"),
        ]);

    internal override void Apply(DirectoryDraft draft)
    {
        draft.LastName(OrganisationId)!.ValidTo = Day;
        foreach (var post in draft.Posts.Where(post => post.OrganisationId == OrganisationId && !(post.To <= Day)))
            post.To = Day;
        foreach (var binding in draft.RoleBindings.Where(binding => binding.OrganisationId == OrganisationId && !(binding.To <= Day)))
            binding.To = Day;
        if (SuccessorId is not null)
            draft.Add(draft.Successions, new OrganisationSuccession { FromId = OrganisationId, ToId = SuccessorId, Kind = How!.Value, Date = Day, Basis = Basis });
    }

    internal override Text Said(DirectoryDraft draft) => SuccessorId is null
        ? Text.Of<AdministrationTexts>("Said.EndOrganisation", draft.NameOf(OrganisationId), Dates.Said(Day))
        : Text.Of<AdministrationTexts>("Said.SucceedOrganisation", draft.NameOf(OrganisationId), Dates.Said(Day), draft.NameOf(SuccessorId));

    private IEnumerable<DateOnly> Later(DirectoryDraft draft) =>
        draft.Posts.Where(post => post.OrganisationId == OrganisationId && !(post.To <= Day)).Select(post => post.From)
            .Concat(draft.RoleBindings.Where(binding => binding.OrganisationId == OrganisationId && !(binding.To <= Day)).Select(binding => binding.From));
}

/// <summary>Days as they are said in sentences.</summary>
internal static class Dates
{
    public static string Said(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
