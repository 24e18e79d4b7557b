using System.Text.Json;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.DataPrep.Expressions;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.DataPrep;

/// <summary>The expression language: its functions, its operators, and whether an expression is one.</summary>
internal static class LanguageRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/functions", () => Results.Json(new JsonArray([.. Functions.All.Select(function => new JsonObject
        {
            ["category"] = function.Category,
            ["function"] = function.Name,
            ["syntax"] = $"{function.Name}({(function.Most == 0 ? "" : function.Arity)})",
            ["example"] = function.Example,
            ["params"] = new JsonArray(),
            ["since"] = 1,
        })])));
        routes.MapGet("/operators",
            () => Results.Json(new JsonArray([.. Operators.Levels.SelectMany(level => level).Select(known => (JsonNode)new JsonObject
        {
            ["operatorSymbol"] = known.Symbol,
            ["methodName"] = known.Method,
            ["numberOfOperands"] = 2,
            ["description"] = known.Description,
            ["example"] = $"1 {known.Symbol} 2",
        }), Unary("-", "negate"), Unary("~", "complement"), Unary("!", "not")])));
        routes.MapPost("/validate", ValidateAsync);
    }

    private static JsonObject Unary(string symbol, string method) => new()
    {
        ["operatorSymbol"] = symbol,
        ["methodName"] = method,
        ["numberOfOperands"] = 1,
        ["description"] = method,
        ["example"] = symbol + "1",
    };

    private static async Task<IResult> ValidateAsync(HttpRequest request, TimeProvider time)
    {
        JsonObject body = await JsonBody.ReadObjectAsync(request);
        string text = body["expression"]?.ToString() ?? throw DataPrepErrors.Invalid("expression is missing.");
        JsonObject? sample = Sample(body["sampleData"]);
        try
        {
            Expression expression = ExpressionParser.Parse(text);
            if (sample is not null)
                expression(new EvaluationContext(sample, time));
            return Results.Json(true);
        }
        catch (ExpressionException)
        {
            return Results.Json(false);
        }
    }

    private static JsonObject? Sample(JsonNode? data)
    {
        try
        {
            return string.IsNullOrWhiteSpace(data?.ToString()) ? null
                : (data is JsonValue ? JsonNode.Parse(data.ToString()) : data) as JsonObject
                    ?? throw DataPrepErrors.Invalid("sampleData must be a JSON object.");
        }
        catch (JsonException)
        {
            throw DataPrepErrors.Invalid("sampleData must be a JSON object.");
        }
    }
}
