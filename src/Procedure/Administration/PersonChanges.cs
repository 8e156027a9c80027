using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Administration;

/// <summary>A person becomes known. He may do something only when he is given a post, and sign in when he is given an account.</summary>
public sealed record AddPerson : DirectoryChange
{
    [Field("内部环节"), Required, RegularExpression(AddOrganisation.IdPattern)]
    public string NewPersonId { get; init; } = "";

    [Field("内部环节"), Required, StringLength(60)]
    public string Name { get; init; } = "";

    internal override DateOnly Day => DateOnly.MinValue;

    internal override IEnumerable<Ruling> Check(DirectoryDraft draft) => [Must(draft.People.TrueForAll(person => person.Id != NewPersonId), "Id.Taken", NewPersonId)];

    internal override void Apply(DirectoryDraft draft) => draft.Add(draft.People, new Person { Id = NewPersonId, Name = Name });

    internal override Text Said(DirectoryDraft draft) => Text.Of<AdministrationTexts>("Said.AddPerson", Name, NewPersonId);
}

/// <summary>A person leaves office: all of his posts end. What he did stays under his name.</summary>
public sealed record EndPerson : DirectoryChange
{
    [Field("内部环节", From = ChoiceList.People), Required]
    public string PersonId { get; init; } = "";

    [Field("内部环节"), Required]
    public DateOnly? On { get; init; }

    internal override DateOnly Day => On!.Value;

    internal override IEnumerable<Ruling> Check(DirectoryDraft draft)
    {
        var held = HeldBy(draft);
        return
        [
            Must(held.Count > 0, "Person.NoPost", draft.NameOfPerson(PersonId)),
            .. held.Select(post => Must(post.From < Day, "Post.TooEarly", Dates.Said(post.From))),
        ];
    }

    internal override void Apply(DirectoryDraft draft) => HeldBy(draft).ForEach(post => post.To = Day);

    internal override Text Said(DirectoryDraft draft) => Text.Of<AdministrationTexts>("Said.EndPerson", draft.NameOfPerson(PersonId), Dates.Said(Day));

    private List<Post> HeldBy(DirectoryDraft draft) => draft.Posts.FindAll(post => post.PersonId == PersonId && !(post.To <= Day));
}

/// <summary>A person is given a post in a body.</summary>
public sealed record GivePost : DirectoryChange
{
    [Field("内部环节", From = ChoiceList.People), Required]
    public string PersonId { get; init; } = "";

    [Field("内部环节", From = ChoiceList.Organisations), Required]
    public string OrganisationId { get; init; } = "";

    [Field("内部环节"), Required, StringLength(60)]
    public string Title { get; init; } = "";

    [Field("第四条"), Required]
    public PostRank? Rank { get; init; }

    [Field("第十六条第二款"), StringLength(100)]
    public string? Remit { get; init; }

    [Field("内部环节"), Required]
    public DateOnly? From { get; init; }

    internal override DateOnly Day => From!.Value;

    internal override IEnumerable<Ruling> Check(DirectoryDraft draft) =>
    [
        Must(draft.People.Exists(person => person.Id == PersonId), "Person.Unknown", PersonId),
        Must(draft.Lasts(OrganisationId, Day), "Organisation.NotThen", draft.NameOf(OrganisationId), Dates.Said(Day)),
        Must(!draft.Posts.Exists(post => post.PersonId == PersonId && post.OrganisationId == OrganisationId && post.Title == Title
            && Validity.Overlap(post.From, post.To, Day, null)), "Post.Held", draft.NameOfPerson(PersonId), Title),
    ];

    internal override void Apply(DirectoryDraft draft) => draft.Add(draft.Posts, new Post
    {
        Id = DirectoryDraft.NextId(PersonId, draft.Posts.Select(post => post.Id)), PersonId = PersonId, OrganisationId = OrganisationId,
        Title = Title, Rank = Rank!.Value, Field = Remit, From = Day,
    });

    internal override Text Said(DirectoryDraft draft) =>
        Text.Of<AdministrationTexts>("Said.GivePost", draft.NameOfPerson(PersonId), draft.NameOf(OrganisationId), Title, Dates.Said(Day));
}

/// <summary>A person holds a post no longer; the rights it carried are gone with the next request of that day.</summary>
public sealed record EndHeldPost : DirectoryChange
{
    [Field("内部环节", From = ChoiceList.None, ReadOnly = true), Required]
    public string PostId { get; init; } = "";

    [Field("内部环节"), Required]
    public DateOnly? On { get; init; }

    internal override DateOnly Day => On!.Value;

    internal override IEnumerable<Ruling> Check(DirectoryDraft draft) => Of(PostOf(draft), "Post.Unknown", PostId, post =>
        [Must(post.To is null || post.To > Day, "Post.Ended", post.Title, Dates.Said(post.To ?? Day)), Must(post.From < Day, "Post.TooEarly", Dates.Said(post.From))]);

    internal override void Apply(DirectoryDraft draft) => PostOf(draft)!.To = Day;

    internal override Text Said(DirectoryDraft draft) => PostOf(draft) is { } post
        ? Text.Of<AdministrationTexts>("Said.EndHeldPost", draft.NameOfPerson(post.PersonId), draft.NameOf(post.OrganisationId), post.Title, Dates.Said(Day))
        : Text.Of<AdministrationTexts>("Post.Unknown.Reason", PostId);

    private Post? PostOf(DirectoryDraft draft) => draft.Posts.Find(post => post.Id == PostId);
}
