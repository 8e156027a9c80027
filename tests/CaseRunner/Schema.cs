using System.Text.Json.Nodes;
using WorkflowAccountability.Procedure.Ledgers;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.CaseRunner;

/// <summary>
/// The JSON schema of the scripts, made from what the reader checks them against: stages, forms with their labels, people, roles, the words
/// of <c>expect</c>. A test compares it with the committed file.
/// </summary>
internal static class Schema
{
    public static string Write(StageCatalog stages)
    {
        var vocabulary = new Vocabulary(stages);
        var definitions = new JsonObject
        {
            ["step"] = new JsonObject
            {
                ["anyOf"] = new JsonArray([.. Steps().Select(step => Ref(step.Name))]),
            },
            ["stage"] = OneOf(stages.All.Select(stage => (SiteRecord.Short(stage.About.Type),
                $"{stage.Title}（{stage.About.Citation}）；outcomes: {string.Join(", ", stage.Outcomes)}"))),
            ["person"] = OneOf(OrganisationSeed.Load().People.Select(person => (person.Id, $"{person.Name}（{PostsOf(person.Id)}）"))),
            ["organisation"] = OneOf(OrganisationSeed.Load().Organisations.Select(body =>
                (body.Id, OrganisationDirectory.Shipped.NameOf(body.Id, DateOnly.MaxValue)))),
            ["role"] = OneOf(Roles.All.OrderBy(role => role.Code, StringComparer.Ordinal).Select(role => (role.Code, role.Chinese))),
        };
        foreach (var (name, step) in Steps())
            definitions[name] = step;
        definitions["entryKind"] = OneOf(EntryCatalog.All.Select(kind => (kind.Name, $"{kind.Title}（{kind.Citation}）")));
        definitions["entry"]!["allOf"] = new JsonArray([.. EntryCatalog.All.Select(kind => new JsonObject
        {
            ["if"] = Property("entry", new JsonObject { ["const"] = kind.Name }), ["then"] = Property("form", Ref(kind.Form.Name)),
        })]);
        foreach (var kind in EntryCatalog.All.DistinctBy(kind => kind.Form))
            definitions[kind.Form.Name] = FormSchema.Of(kind.Form, kind.GetType());
        definitions["act"]!["allOf"] = new JsonArray([.. stages.All.Select(FormsOf)]);
        foreach (var stage in stages.All)
            foreach (var form in stage.Forms.Where(form => !definitions.ContainsKey(form.Name)))
                definitions[form.Name] = FormSchema.Of(form, stage.GetType());
        foreach (var (name, facts) in FactsSchema.All)
            definitions[name] = facts;

        return new JsonObject
        {
            ["title"] = "A case script for scripts/demo (tests/cases/README.md)",
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["required"] = new JsonArray("title", "about", "begins", "steps"),
            ["properties"] = new JsonObject
            {
                ["$schema"] = Text("This schema, for the editor."),
                ["title"] = Text("What the case is called."),
                ["about"] = Text("What it shows, and what in it is public fact and what invented."),
                ["transposed"] = Text("For a public case that was moved: what was moved, and how."),
                ["begins"] = Text("The moment at which the clock stands at first: 2022-01-17T09:00:00+08:00."),
                ["steps"] = new JsonObject { ["type"] = "array", ["items"] = Ref("step") },
                ["expect"] = Ref(FactsSchema.Case),
            },
            ["$defs"] = definitions,
        }.ToJsonString(Report.Options) + "\n";
    }

    public static JsonObject Ref(string name) => new() { ["$ref"] = $"#/$defs/{name}" };

    public static JsonObject Text(string description) => new() { ["type"] = "string", ["description"] = description };

    private static IEnumerable<(string Name, JsonObject Step)> Steps() =>
    [
        ("clock", Object("Moves the clock.", ["clock"], ("clock", Text("2022-03-05T09:00:00+08:00, or +5d, +3h, +20m.")))),
        ("start", Object("An official opens a case file.", ["start"], ("start", Object("Who, and what.", ["as", "title", "definition"],
            ("as", Ref("person")), ("title", Text("The matter.")), ("definition", OneOf(Vocabulary.Definitions)),
            ("case", Text("A name, where the script has several cases.")))), ("expect", Ref(FactsSchema.Answer)))),
        ("superior", Object("The government opens the cooperation track of a case (第七条第二句).", ["superior"],
            ("superior", Object("Who opens it.", ["as"], ("as", Ref("person")))), ("case", Case()), ("expect", Ref(FactsSchema.Answer)))),
        ("act", Object("An official submits the form of a work item.", ["as", "stage"], ("as", Ref("person")), ("stage", Ref("stage")),
            ("seat", Text("Which item of the stage: draft, signOff, M1, DISCIPLINE, supply:1 …")),
            ("about", Text("The item's subject, as the inbox shows it.")), ("case", Case()), ("facts", FormSchema.Facts()),
            ("form", new JsonObject { ["type"] = "object", ["description"] = "Fields of the stage's form by name." }),
            ("expect", Ref(FactsSchema.Answer)))),
        ("entry", Object("An official makes an entry in the ledgers of a case.", ["as", "entry"], ("as", Ref("person")), ("entry", Ref("entryKind")), ("case", Case()),
            ("form", new JsonObject { ["type"] = "object", ["description"] = "Fields of the entry's form by name." }), ("expect", Ref(FactsSchema.Answer)))),
        ("paper", Object("An official document: drafted, or the newest of its kind sent, signed, made void.", ["as", "paper"], ("as", Ref("person")),
            ("paper", OneOf(Vocabulary.Papers)), ("act", OneOf(Words<PaperAct>())), ("case", Case()), ("form", Texts(Vocabulary.Reasons)), ("expect", Ref(FactsSchema.Answer)))),
        ("edition", Object("The public edition of the investigation report: prepared, or the newest released, withdrawn.", ["as", "edition"], ("as", Ref("person")),
            ("edition", OneOf(Words<EditionAct>())), ("case", Case()), ("form", Texts(Vocabulary.Reasons)), ("expect", Ref(FactsSchema.Answer)))),
        ("look", Object("An official looks at a page.", ["as", "page"], ("as", Ref("person")), ("page", OneOf(StepReader.Pages)),
            ("stage", Ref("stage")), ("seat", Text("With page item: which item of the stage.")), ("case", Case()),
            ("sees", Texts("Texts that stand on the page.")), ("doesNotSee", Texts("Texts that do not.")),
            ("expect", Ref(FactsSchema.Look)))),
        ("check", Object("What the case file must look like here.", ["expect"], ("case", Case()), ("expect", Ref(FactsSchema.Case)))),
    ];

    // What an added step asks, only its definition tells.
    private static JsonObject FormsOf(Stage stage) => new()
    {
        ["if"] = Property("stage", new JsonObject { ["const"] = SiteRecord.Short(stage.About.Type) }),
        ["then"] = Property("form", stage.Forms.Count == 0 ? new JsonObject { ["type"] = "object" }
            : new JsonObject { ["anyOf"] = new JsonArray([.. stage.Forms.Select(form => Ref(form.Name))]) }),
    };

    private static JsonObject Property(string name, JsonObject value) => new() { ["properties"] = new JsonObject { [name] = value } };

    private static JsonObject Object(string description, string[] required, params (string Name, JsonObject Value)[] properties) => new()
    {
        ["type"] = "object",
        ["description"] = description,
        ["additionalProperties"] = false,
        ["required"] = new JsonArray([.. required.Select(name => (JsonNode)name)]),
        ["properties"] = new JsonObject(properties.Select(property => KeyValuePair.Create(property.Name, (JsonNode?)property.Value))),
    };

    private static JsonObject OneOf(IEnumerable<(string Value, string Title)> words) => new()
    {
        ["oneOf"] = new JsonArray([.. words.Select(word => new JsonObject { ["const"] = word.Value, ["title"] = word.Title })]),
    };

    private static JsonObject OneOf(IReadOnlyList<string> words) =>
        new() { ["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word)]) };

    private static IReadOnlyList<string> Words<TAct>() where TAct : struct, Enum => [.. Enum.GetNames<TAct>().Select(name => name.ToLowerInvariant())];

    private static JsonObject Texts(IReadOnlyList<string> fields) => new()
    {
        ["type"] = "object", ["additionalProperties"] = false,
        ["properties"] = new JsonObject(fields.Select(field => KeyValuePair.Create(field, (JsonNode?)new JsonObject { ["type"] = "string" }))),
    };

    private static JsonObject Texts(string description) =>
        new() { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" }, ["description"] = description };

    private static JsonObject Case() => Text("One of the script's cases by name; without it, the one started last.");

    private static string PostsOf(string personId) => string.Join("；", OrganisationSeed.Load().Posts
        .Where(post => post.PersonId == personId)
        .Select(post => $"{OrganisationDirectory.Shipped.ShortNameOf(post.OrganisationId, post.From)}{post.Title}"));
}
