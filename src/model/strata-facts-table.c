/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The facts table: every question to the client, one row each.
 */

#define G_LOG_DOMAIN "strata-model"

#include "config.h"

#include "strata-facts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Those that carry messages come first: email to WhatsApp. */
static const StrataWord channel_words[] = {
  { "email", N_("Email") },
  { "sms", N_("SMS") },
  { "push", N_("Push") },
  { "in-app", N_("In-app") },
  { "whatsapp", N_("WhatsApp") },
  { "web", N_("Web") },
  { "ads", N_("Ads") },
  { "call-center", N_("Call center") },
  { "direct-mail", N_("Direct mail") },
};

static const StrataWord system_words[] = {
  { "erp", N_("ERP") },
  { "ticketing", N_("Ticketing") },
  { "billing", N_("Billing") },
  { "other", N_("Other") },
};

static const StrataWord stage_words[] = {
  { "pre-pmf", N_("Before product–market fit") },
  { "scaling", N_("Scaling") },
  { "enterprise", N_("Enterprise") },
};

static const StrataWord customer_base_words[] = {
  { "high-frequency", N_("High frequency") },
  { "high-ltv", N_("High lifetime value") },
  { "other", N_("Other") },
};

static const StrataWord surface_words[] = {
  { "homepage", N_("Home page") },
  { "product-detail", N_("Product detail") },
  { "other-web", N_("Other web pages") },
  { "email-body", N_("Email body") },
  { "push", N_("Push") },
};

static const StrataWord prerequisite_words[] = {
  { "missing", N_("Missing") },
  { "partial", N_("Partial") },
  { "in-place", N_("In place") },
};

static const StrataVocabulary channels = { channel_words, G_N_ELEMENTS (channel_words) };
static const StrataVocabulary systems = { system_words, G_N_ELEMENTS (system_words) };
static const StrataVocabulary stages = { stage_words, G_N_ELEMENTS (stage_words) };
static const StrataVocabulary customer_bases = { customer_base_words, G_N_ELEMENTS (customer_base_words) };
static const StrataVocabulary surfaces = { surface_words, G_N_ELEMENTS (surface_words) };
static const StrataVocabulary prerequisites = { prerequisite_words, G_N_ELEMENTS (prerequisite_words) };

static const StrataFact facts[] = {
  {
    STRATA_FACT_MAU, "mau", STRATA_FACT_INTEGER, 0, NULL,
    N_("Monthly active users"),
    N_("How many monthly active users are there?"),
    NULL,
  },
  {
    STRATA_FACT_MAU_GROWTH, "mau_growth", STRATA_FACT_NUMBER, -INFINITY, NULL,
    N_("Growth"),
    N_("How fast does the number of users grow?"),
    /* xgettext:no-c-format */
    N_("% a month"),
  },
  {
    STRATA_FACT_CHANNELS, "channels", STRATA_FACT_SET, 0, &channels,
    N_("Channels"),
    N_("Which channels reach customers?"),
    NULL,
  },
  {
    STRATA_FACT_SPECIALTY_CHANNELS, "specialty_channels", STRATA_FACT_BOOLEAN, 0, NULL,
    N_("Specialty channels"),
    N_("Is there a channel that a CDP does not cover?"),
    NULL,
  },
  {
    STRATA_FACT_DESTINATIONS, "destinations", STRATA_FACT_INTEGER, 0, NULL,
    N_("Destinations"),
    N_("How many systems does customer data go to?"),
    NULL,
  },
  {
    STRATA_FACT_ENGINEERS, "engineers", STRATA_FACT_NUMBER, 0, NULL,
    N_("Data engineers"),
    N_("How many engineers keep the pipelines healthy?"),
    N_("full-time equivalents"),
  },
  {
    STRATA_FACT_MARKETERS, "marketers", STRATA_FACT_INTEGER, 0, NULL,
    N_("Marketers"),
    N_("How many people run marketing?"),
    NULL,
  },
  {
    STRATA_FACT_REGULATED, "regulated", STRATA_FACT_BOOLEAN, 0, NULL,
    N_("Regulated"),
    N_("Is there a regulatory boundary, such as GDPR or KVKK residency?"),
    NULL,
  },
  {
    STRATA_FACT_MULTI_REGION, "multi_region", STRATA_FACT_BOOLEAN, 0, NULL,
    N_("Several regions"),
    N_("Are there several regions?"),
    NULL,
  },
  {
    STRATA_FACT_REAL_TIME_ACTIVATION, "real_time_activation", STRATA_FACT_BOOLEAN, 0, NULL,
    N_("Real-time activation"),
    N_("Must customer data be activated in real time?"),
    NULL,
  },
  {
    STRATA_FACT_AI_BRANCHING, "ai_branching", STRATA_FACT_BOOLEAN, 0, NULL,
    N_("AI branching"),
    N_("Does AI decide which branch a flow takes?"),
    NULL,
  },
  {
    STRATA_FACT_EXTERNAL_SYSTEMS, "external_systems", STRATA_FACT_SET, 0, &systems,
    N_("External systems"),
    N_("Which systems beyond the CRM take part in flows?"),
    NULL,
  },
  {
    STRATA_FACT_CUSTOM_CODE, "custom_code", STRATA_FACT_BOOLEAN, 0, NULL,
    N_("Custom code"),
    N_("Is custom code an option?"),
    NULL,
  },
  {
    STRATA_FACT_STATEFUL_VOLUME, "stateful_volume", STRATA_FACT_BOOLEAN, 0, NULL,
    N_("Stateful workflows"),
    N_("Are there stateful workflows in high volume?"),
    NULL,
  },
  {
    STRATA_FACT_STAGE, "stage", STRATA_FACT_CHOICE, 0, &stages,
    N_("Stage"),
    N_("Where does the business stand?"),
    NULL,
  },
  {
    STRATA_FACT_CUSTOMER_BASE, "customer_base", STRATA_FACT_CHOICE, 0, &customer_bases,
    N_("Customer base"),
    N_("What kind of customers are there?"),
    NULL,
  },
  {
    STRATA_FACT_SURFACES, "surfaces", STRATA_FACT_SET, 0, &surfaces,
    N_("Surfaces"),
    N_("Which surfaces would be personalized?"),
    NULL,
  },
  {
    STRATA_FACT_VARIANTS_PER_WEEK, "variants_per_week", STRATA_FACT_INTEGER, 0, NULL,
    N_("Content variants"),
    N_("How many content variants are made a week?"),
    N_("a week"),
  },
  {
    STRATA_FACT_EVENT_SCHEMA, "event_schema", STRATA_FACT_CHOICE, 0, &prerequisites,
    N_("Event schema"),
    N_("Is there one clean schema of events?"),
    NULL,
  },
  {
    STRATA_FACT_SEGMENTATION, "segmentation", STRATA_FACT_CHOICE, 0, &prerequisites,
    N_("Segmentation"),
    N_("Are there segments that marketing works with?"),
    NULL,
  },
  {
    STRATA_FACT_VARIANT_PIPELINE, "variant_pipeline", STRATA_FACT_CHOICE, 0, &prerequisites,
    N_("Variant pipeline"),
    N_("Does somebody make content variants, week after week?"),
    NULL,
  },
  {
    STRATA_FACT_MEASUREMENT, "measurement", STRATA_FACT_CHOICE, 0, &prerequisites,
    N_("Measurement"),
    N_("Is the effect of a change measured?"),
    NULL,
  },
};

G_STATIC_ASSERT (G_N_ELEMENTS (facts) == STRATA_N_FACTS);

/**
 * strata_fact_get:
 * @id: a fact
 *
 * Returns: the fact's row of the table (decision model, section 3)
 */
const StrataFact *
strata_fact_get (StrataFactId id)
{
  g_return_val_if_fail ((guint) id < STRATA_N_FACTS, NULL);

  return &facts[id];
}

/**
 * strata_fact_lookup:
 * @key: a key as in the plan file
 *
 * Returns: (nullable): the fact's row of the table, or %NULL for an unknown key
 */
const StrataFact *
strata_fact_lookup (const char *key)
{
  g_return_val_if_fail (key != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      if (g_str_equal (facts[i].key, key))
        return &facts[i];
    }

  return NULL;
}
