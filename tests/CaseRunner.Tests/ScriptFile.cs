using System.Text.Json.Nodes;

namespace WorkflowAccountability.CaseRunner.Tests;

/// <summary>A short script in a file of its own, changed as a test needs it.</summary>
internal sealed class ScriptFile : IDisposable
{
    public const string Short = """
        {
          "title": "异味举报", "about": "虚构。", "begins": "2018-05-14T09:30:00+08:00",
          "steps": [
            { "start": { "as": "env-zhou", "title": "呼图壁县异味举报", "definition": "accountability-procedure" } },
            { "as": "env-zhou", "stage": "RegisterLead", "seat": "register",
              "facts": { "poisoned": 3, "poisonedOrSeriouslyInjured": 3 },
              "form": {
                "Source": "Report", "ReceivedOn": "2018-05-11", "ActsFrom": "2018-05-01", "WhatHappened": "夜间异味。",
                "Opinion": "Insufficient", "OpinionReasons": "尚无第六条情形。"
              },
              "expect": { "outcome": null, "opens": [{ "stage": "RegisterLead", "seat": "advise", "to": "LEAD_ENV", "dueOn": "2018-05-21" }] } },
            { "as": "hutubi-fu", "page": "inbox", "doesNotSee": ["异味举报"] }
          ],
          "expect": { "status": "Open", "open": ["RegisterLead"], "level": { "MEP-ORDER-17-2011": "Ⅳ", "SC-PLAN-119-2014": "Ⅳ" } }
        }
        """;

    public ScriptFile(string text = Short) => File.WriteAllText(Path, text);

    public ScriptFile(Action<JsonObject> change) : this(Changed(change)) { }

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName() + ".json");

    public void Dispose() => File.Delete(Path);

    private static string Changed(Action<JsonObject> change)
    {
        var script = JsonNode.Parse(Short)!.AsObject();
        change(script);
        return script.ToJsonString();
    }
}
