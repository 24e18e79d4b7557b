using Aep.Sdk.Queries;

namespace Aep.Sdk.Tests.Queries;

public class ModelSqlTests
{
    [Fact]
    public void AModelIsTrained()
    {
        var model = new ModelDefinition("churn_model", ModelType.LogisticRegression)
        {
            Label = "churned",
            MaxIterations = 50,
            Regularization = 0.25,
            Options = new Dictionary<string, object> { ["THRESHOLD"] = 0.5 },
            Transform = [$"vector_assembler(array(emails, visits)) features"],
            Creation = ModelCreation.OrReplace,
        };
        Assert.Equal(
            """
            CREATE OR REPLACE MODEL churn_model
            TRANSFORM (vector_assembler(array(emails, visits)) features)
            OPTIONS (MODEL_TYPE = 'logistic_reg', LABEL = 'churned', MAX_ITER = 50, REG_PARAM = 0.25, THRESHOLD = 0.5)
            AS SELECT * FROM churn
            """,
            model.ToSql($"SELECT * FROM churn").ToString());
    }

    [Fact]
    public void TheLeastIsATypeAndRows()
    {
        Assert.Equal("CREATE MODEL m\nOPTIONS (MODEL_TYPE = 'kmeans')\nAS SELECT 1",
            new ModelDefinition("m", ModelType.KMeans).ToSql($"SELECT 1").ToString());
        Assert.StartsWith(
            "CREATE MODEL IF NOT EXISTS m",
                new ModelDefinition("m", ModelType.LinearRegression) { Creation = ModelCreation.IfNotExists }.ToSql($"SELECT 1").ToString(),
                    StringComparison.Ordinal);
    }

    [Fact]
    public void AModelIsEvaluatedUsedAndDropped()
    {
        SqlStatement rows = $"SELECT a, b FROM t WHERE c = {"d'e"}";
        Assert.Equal("SELECT * FROM model_evaluate(m, 2, SELECT a, b FROM t WHERE c = 'd''e')", ModelSql.Evaluate("m", 2, rows).ToString());
        Assert.Equal("SELECT * FROM model_predict(m, 1, SELECT a, b FROM t WHERE c = 'd''e')", ModelSql.Predict("m", 1, rows).ToString());
        Assert.Equal("DROP MODEL IF EXISTS m", ModelSql.Drop("m").ToString());
        Assert.Equal("DROP MODEL IF EXISTS m 3", ModelSql.Drop("m", 3).ToString());
        Assert.Equal("SHOW MODELS", ModelSql.Show.ToString());
    }

    [Fact]
    public void NothingButNamesAndLiteralsComesIn()
    {
        var model = new ModelDefinition("m; DROP TABLE t", ModelType.KMeans)
        {
            Label = "l'",
            Options = new Dictionary<string,
            object>
            { ["K = 1) AS"] = 1 }
        };
        Assert.Throws<ArgumentException>(() => model.ToSql($"SELECT 1"));
        Assert.Contains("\"m; DROP TABLE t\"", (model with { Options = new Dictionary<string, object>() }).ToSql($"SELECT 1").ToString(),
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(
            () => (model with { Options = new Dictionary<string, object> { ["K"] = new object() } }).ToSql($"SELECT 1"));
    }
}
